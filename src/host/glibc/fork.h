/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_FORK_H
#define PTHIN_GLIBC_FORK_H

#include "core/base.h"

/* Has fork tell us in the child. */
void fork_prepare(void);

/* The caller's tid when it last called fork; 0 once our handlers have been called after it. */
extern PTHIN_HIDDEN _Thread_local uint32_t fork_begun;
void fork_catch_up_slow(void);

/* A handler of the program's may come here in the child of a fork before ours was called. */
static inline void fork_catch_up(void)
{
    if (unlikely(fork_begun != 0))
        fork_catch_up_slow();
}

#endif
