/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <time.h>

#include "cond.h"
#include "pthread/pshared.h"

PTHIN_EXPORT int pthread_condattr_init(pthread_condattr_t *attr)
{
    __builtin_memset(attr, 0, sizeof *attr);
    return 0;
}

PTHIN_EXPORT int pthread_condattr_destroy(pthread_condattr_t *attr)
{
    (void)attr;
    return 0;
}

PTHIN_EXPORT int pthread_condattr_setclock(pthread_condattr_t *attr, clockid_t clock)
{
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)
        return EINVAL;
    *condattr_of(attr) &= ~COND_MONOTONIC;
    if (clock == CLOCK_MONOTONIC)
        *condattr_of(attr) |= COND_MONOTONIC;
    return 0;
}

PTHIN_EXPORT int pthread_condattr_getclock(const pthread_condattr_t *restrict attr,
                                           clockid_t *restrict clock)
{
    *clock = *condattr_of(attr) & COND_MONOTONIC ? CLOCK_MONOTONIC : CLOCK_REALTIME;
    return 0;
}

PTHIN_EXPORT int pthread_condattr_setpshared(pthread_condattr_t *attr, int shared)
{
    return pshared_set(condattr_of(attr), COND_SHARED, shared);
}

PTHIN_EXPORT int pthread_condattr_getpshared(const pthread_condattr_t *restrict attr,
                                             int *restrict shared)
{
    *shared = *condattr_of(attr) & COND_SHARED ? PTHREAD_PROCESS_SHARED : PTHREAD_PROCESS_PRIVATE;
    return 0;
}
