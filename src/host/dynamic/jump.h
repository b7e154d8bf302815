/* SPDX-License-Identifier: MIT */
/* Functions that end with a jump to another one, which then sees their caller as its own. */
#ifndef PTHIN_HOST_DYNAMIC_JUMP_H
#define PTHIN_HOST_DYNAMIC_JUMP_H

#include "core/base.h"

#if __has_attribute(musttail)
#    define TAIL_CALLS
#    define TAIL_RETURN __attribute__((musttail)) return
#else
/* Also in a build without optimisation, and in a library whose calls are no jumps. */
#    define TAIL_CALLS  __attribute__((optimize("O2", "optimize-sibling-calls")))
#    define TAIL_RETURN return
#endif

#endif
