/* SPDX-License-Identifier: MIT */
/* Two variables by themselves, because nearly every file needs them, and most of those should not
   bring each other along. */
#include "engine.h"

_Atomic uint32_t fork_generation;
_Thread_local struct thread thread_block;
