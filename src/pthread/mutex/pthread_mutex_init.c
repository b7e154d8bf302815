/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "mutex_protocols.h"

PTHIN_EXPORT int pthread_mutex_init(pthread_mutex_t *restrict mutex,
                                    const pthread_mutexattr_t *restrict attr)
{
    int kind = attr ? *mutexattr_of(attr) : PTHREAD_MUTEX_NORMAL;
    /* A dead owner's ceiling could not be left; no libc has it. */
    if ((kind & MUTEX_PROTECT) && (kind & MUTEX_ROBUST))
        return ENOTSUP;
    /* As in glibc; emulators of user programs are such kernels. */
    if ((kind & MUTEX_ROBUST) && !robust_supported())
        return ENOTSUP;
    if ((kind & MUTEX_INHERIT) && !inherit_supported())
        return ENOTSUP;
    __builtin_memset(mutex, 0, sizeof *mutex);
    atomic_init(&mutex_of(mutex)->kind, kind);
    return 0;
}
PTHIN_ALIAS(pthread_mutex_init, __pthread_mutex_init);

/* Whoever holds a mutex has it on its list, and the memory may now become something else. Only a
   caller can take it off; whether it is on the list the word does not tell for sure, for it may be
   that of another process's thread with our tid. */
static void forget(struct mutex *m)
{
    struct robust_head *head = host_robust_registered();
    if (head && robust_enlisted(head, m))
        robust_delist(head, m);
}

PTHIN_EXPORT int pthread_mutex_destroy(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    int kind = mutex_kind(m);
    uint32_t word = atomic_load_explicit(&m->word, memory_order_relaxed);
    if (kind == MUTEX_DEAD)
        return EINVAL;
    if (kind & MUTEX_ROBUST) {
        /* Never EBUSY, as in both libcs: whoever has it, or waits with it, may be gone without the
           word telling, and nothing else would end such a mutex. */
        if ((word & ROBUST_TID_MASK) == host_self_tid())
            forget(m);
    } else if (kind & MUTEX_INHERIT ? word & ROBUST_TID_MASK : word) {
        return EBUSY;
    } else if (atomic_load_explicit(&m->waiting, memory_order_relaxed) &&
               !atomic_load_explicit(&fork_generation, memory_order_relaxed)) {
        /* In the child of a fork they may be threads of the parent. relaxed: changes only when
           there is no other thread */
        return EBUSY;
    }
    atomic_store_explicit(&m->kind, MUTEX_DEAD, memory_order_relaxed);
    return 0;
}
PTHIN_ALIAS(pthread_mutex_destroy, __pthread_mutex_destroy);
