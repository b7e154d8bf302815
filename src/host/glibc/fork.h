/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_FORK_H
#define PTHIN_GLIBC_FORK_H

#include "core/base.h"

/* Has fork tell us in the child. */
void fork_prepare(void);

/* The caller's tid when it last called fork; 0 once our handlers have been called after it. */
extern PTHIN_HIDDEN _Thread_local uint32_t fork_begun;
/* What fork.c does in such a child; set before fork_begun is. It is a pointer so that the files that
   call fork_catch_up do not need fork.c, which needs them to make their things anew. */
extern PTHIN_HIDDEN void (*_Atomic fork_catch_up_late)(void);

/* A handler of the program's may come here in the child of a fork before ours was called. */
static inline void fork_catch_up(void)
{
    /* relaxed: the caller has set it itself, before it forked */
    if (unlikely(fork_begun != 0))
        atomic_load_explicit(&fork_catch_up_late, memory_order_relaxed)();
}

#endif
