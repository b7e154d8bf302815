/* SPDX-License-Identifier: MIT */
/* Whether waiters for conditions may have real-time priorities (cond.h). */
#ifndef PTHIN_PTHREAD_COND_RANKS_H
#define PTHIN_PTHREAD_COND_RANKS_H

#include "core/base.h"

struct ranked_calls;
extern PTHIN_HIDDEN const struct ranked_calls ranked_calls;

/* &ranked_calls, once a function was called that can give a thread of this program a real-time
   priority. So a static program that calls none of these does not contain the code for ranked waiters.
   If such a program was started with a real-time priority, its threads all have the same one, and are
   let in in the order in which they came. */
extern PTHIN_HIDDEN const struct ranked_calls *_Atomic ranked_late;

/* To be called before a thread's scheduling is changed. */
static inline void ranked_will_be_used(void)
{
    /* In a shared library it has that value from the beginning (PTHIN_LATE).
       relaxed: a thread whose scheduling another one changes may notice a moment later */
    if (PTHIN_STATIC)
        atomic_store_explicit(&ranked_late, &ranked_calls, memory_order_relaxed);
}

#endif
