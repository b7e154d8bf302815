/* SPDX-License-Identifier: MIT */
/* Variables by themselves, because files of all parts need them, and most of those should not bring
   each other along. */
#include "engine.h"
#include "keys.h"

_Atomic uint32_t fork_generation;
const struct keys_ends *_Atomic keys_ends;
_Thread_local struct thread thread_block;
