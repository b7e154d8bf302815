/* SPDX-License-Identifier: MIT */
/* The level of concurrency: every thread has a kernel thread of its own, so it is a number that
   is kept for who asks. */
#include <errno.h>
#include <pthread.h>

#include "core/base.h"

static atomic_int concurrency;

PTHIN_EXPORT int pthread_setconcurrency(int level)
{
    if (level < 0)
        return EINVAL;
    atomic_store_explicit(&concurrency, level, memory_order_relaxed);
    return 0;
}

PTHIN_EXPORT int pthread_getconcurrency(void)
{
    return atomic_load_explicit(&concurrency, memory_order_relaxed);
}
