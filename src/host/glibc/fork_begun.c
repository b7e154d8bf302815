/* SPDX-License-Identifier: MIT */
#include "fork.h"

_Thread_local uint32_t fork_begun;
void (*_Atomic fork_catch_up_late)(void);
