/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "mutex.h"

PTHIN_EXPORT int pthread_mutex_consistent(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    int kind = mutex_kind(m);
    uint32_t tid = host_self_tid();
    /* relaxed: only its owner may call this, and it is the one who wrote both */
    if (kind == MUTEX_DEAD || !(kind & MUTEX_ROBUST) ||
        (atomic_load_explicit(&m->word, memory_order_relaxed) & ROBUST_TID_MASK) != tid ||
        atomic_load_explicit(&m->owner, memory_order_relaxed) != OWNER_INCONSISTENT)
        return EINVAL;
    atomic_store_explicit(&m->owner, tid, memory_order_relaxed);
    return 0;
}
/* The name from before POSIX had it, in old programs. */
PTHIN_OLD_NAME(pthread_mutex_consistent, consistent_np, "pthread_mutex_consistent_np");
