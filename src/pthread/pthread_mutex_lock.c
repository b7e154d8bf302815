/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "mutex.h"

PTHIN_EXPORT int pthread_mutex_lock(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    if (likely(mutex_kind(m) == PTHREAD_MUTEX_NORMAL)) {
        if (likely(mutex_cas_free(m, WORD_LOCKED)))
            return 0;
        return plain_lock_slow(m, PTHREAD_MUTEX_NORMAL, NULL);
    }
    return mutex_lock_until(m, NULL);
}
PTHIN_ALIAS(pthread_mutex_lock, __pthread_mutex_lock);

PTHIN_EXPORT int pthread_mutex_trylock(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    if (likely(mutex_kind(m) == PTHREAD_MUTEX_NORMAL))
        return mutex_cas_free(m, WORD_LOCKED) ? 0 : EBUSY;
    return mutex_trylock(m);
}
PTHIN_ALIAS(pthread_mutex_trylock, __pthread_mutex_trylock);

PTHIN_EXPORT int pthread_mutex_unlock(pthread_mutex_t *mutex)
{
    struct mutex *m = mutex_of(mutex);
    if (likely(mutex_kind(m) == PTHREAD_MUTEX_NORMAL)) {
        plain_unlock(m, PTHREAD_MUTEX_NORMAL);
        return 0;
    }
    return mutex_unlock(m);
}
PTHIN_ALIAS(pthread_mutex_unlock, __pthread_mutex_unlock);
