/* SPDX-License-Identifier: MIT */
#include "c11.h"

_Static_assert(sizeof(cnd_t) >= sizeof(pthread_cond_t), "a condition variable fits");
_Static_assert(_Alignof(cnd_t) >= _Alignof(pthread_cond_t), "and is aligned");

static pthread_cond_t *cond(cnd_t *c)
{
    return (pthread_cond_t *)c;
}

PTHIN_EXPORT int cnd_init(cnd_t *c)
{
    return c11_result(pthread_cond_init(cond(c), NULL));
}

PTHIN_EXPORT void cnd_destroy(cnd_t *c)
{
    pthread_cond_destroy(cond(c));
}

PTHIN_EXPORT int cnd_signal(cnd_t *c)
{
    return c11_result(pthread_cond_signal(cond(c)));
}

PTHIN_EXPORT int cnd_broadcast(cnd_t *c)
{
    return c11_result(pthread_cond_broadcast(cond(c)));
}

PTHIN_EXPORT int cnd_wait(cnd_t *c, mtx_t *m)
{
    return c11_result(pthread_cond_wait(cond(c), (pthread_mutex_t *)m));
}

/* TIME_UTC is CLOCK_REALTIME, which a condition variable without attributes uses. */
PTHIN_EXPORT int cnd_timedwait(cnd_t *restrict c, mtx_t *restrict m,
                               const struct timespec *restrict until)
{
    return c11_result(pthread_cond_timedwait(cond(c), (pthread_mutex_t *)m, until));
}
