/* SPDX-License-Identifier: MIT */
#include "c11.h"

_Static_assert(sizeof(mtx_t) >= sizeof(pthread_mutex_t), "a mutex fits");
_Static_assert(_Alignof(mtx_t) >= _Alignof(pthread_mutex_t), "a mutex is aligned");

static pthread_mutex_t *mutex(mtx_t *m)
{
    return (pthread_mutex_t *)m;
}

PTHIN_EXPORT int mtx_init(mtx_t *m, int type)
{
    pthread_mutexattr_t attr;
    /* Every mutex can be waited for with a time. */
    if (type & ~(mtx_recursive | mtx_timed))
        return thrd_error;
    pthread_mutexattr_init(&attr);
    if (type & mtx_recursive)
        pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
    return c11_result(pthread_mutex_init(mutex(m), &attr));
}

PTHIN_EXPORT void mtx_destroy(mtx_t *m)
{
    pthread_mutex_destroy(mutex(m));
}

PTHIN_EXPORT int mtx_lock(mtx_t *m)
{
    return c11_result(pthread_mutex_lock(mutex(m)));
}

PTHIN_EXPORT int mtx_trylock(mtx_t *m)
{
    return c11_result(pthread_mutex_trylock(mutex(m)));
}

PTHIN_EXPORT int mtx_timedlock(mtx_t *restrict m, const struct timespec *restrict until)
{
    return c11_result(pthread_mutex_timedlock(mutex(m), until));
}

PTHIN_EXPORT int mtx_unlock(mtx_t *m)
{
    return c11_result(pthread_mutex_unlock(mutex(m)));
}
