/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "barrier.h"

PTHIN_EXPORT int pthread_barrier_init(pthread_barrier_t *restrict barrier,
                                      const pthread_barrierattr_t *restrict attr, unsigned count)
{
    struct barrier *b = barrier_of(barrier);
    int shared = PTHREAD_PROCESS_PRIVATE;
    if (count == 0 || count > BARRIER_COUNT)
        return EINVAL;
    if (attr)
        pthread_barrierattr_getpshared(attr, &shared);
    if (HOST_LIBC_SHARED && shared == PTHREAD_PROCESS_SHARED)
        return libc_shared.barrier_init(barrier, count);
    barrier_set_own(b);
    atomic_init(barrier_word(b), 0);
    b->count = count | (shared == PTHREAD_PROCESS_SHARED ? BARRIER_SHARED : 0);
    atomic_init(&b->left, 0);
    spin_history_init(barrier_spins(b));
    return 0;
}
