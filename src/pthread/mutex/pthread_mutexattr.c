/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "mutex_protocols.h"
#include "pthread/attr/attr_bit.h"

static void replace(pthread_mutexattr_t *attr, int bits, int value)
{
    *mutexattr_of(attr) = (*mutexattr_of(attr) & ~bits) | value;
}

PTHIN_EXPORT int pthread_mutexattr_init(pthread_mutexattr_t *attr)
{
    __builtin_memset(attr, 0, sizeof *attr);
    return 0;
}
PTHIN_ALIAS(pthread_mutexattr_init, __pthread_mutexattr_init);

PTHIN_EXPORT int pthread_mutexattr_destroy(pthread_mutexattr_t *attr)
{
    (void)attr;
    return 0;
}
PTHIN_ALIAS(pthread_mutexattr_destroy, __pthread_mutexattr_destroy);

PTHIN_EXPORT int pthread_mutexattr_settype(pthread_mutexattr_t *attr, int type)
{
    if ((unsigned)type > PTHREAD_MUTEX_ADAPTIVE_NP)
        return EINVAL;
    replace(attr, MUTEX_TYPE, type);
    return 0;
}
PTHIN_ALIAS(pthread_mutexattr_settype, __pthread_mutexattr_settype);

PTHIN_EXPORT int pthread_mutexattr_gettype(const pthread_mutexattr_t *restrict attr,
                                           int *restrict type)
{
    *type = *mutexattr_of(attr) & MUTEX_TYPE;
    return 0;
}

PTHIN_EXPORT int pthread_mutexattr_setpshared(pthread_mutexattr_t *attr, int shared)
{
    return attr_bit_set(mutexattr_of(attr), MUTEX_SHARED, shared);
}

PTHIN_EXPORT int pthread_mutexattr_getpshared(const pthread_mutexattr_t *restrict attr,
                                              int *restrict shared)
{
    return attr_bit_get(*mutexattr_of(attr), MUTEX_SHARED, shared);
}

PTHIN_EXPORT int pthread_mutexattr_setrobust(pthread_mutexattr_t *attr, int robust)
{
    return attr_bit_set(mutexattr_of(attr), MUTEX_ROBUST, robust);
}

PTHIN_EXPORT int pthread_mutexattr_getrobust(const pthread_mutexattr_t *restrict attr,
                                             int *restrict robust)
{
    return attr_bit_get(*mutexattr_of(attr), MUTEX_ROBUST, robust);
}

/* The names from before POSIX had them, in old programs. */
PTHIN_OLD_NAME(pthread_mutexattr_setrobust, setrobust_np, "pthread_mutexattr_setrobust_np");
PTHIN_OLD_NAME(pthread_mutexattr_getrobust, getrobust_np, "pthread_mutexattr_getrobust_np");

/* So a protocol, times MUTEX_INHERIT, is its bit. */
_Static_assert(PTHREAD_PRIO_NONE == 0 && PTHREAD_PRIO_INHERIT * MUTEX_INHERIT == MUTEX_INHERIT &&
                   PTHREAD_PRIO_PROTECT * MUTEX_INHERIT == MUTEX_PROTECT,
               "they are 0, 1 and 2");

PTHIN_EXPORT int pthread_mutexattr_setprotocol(pthread_mutexattr_t *attr, int protocol)
{
    if ((unsigned)protocol > PTHREAD_PRIO_PROTECT)
        return EINVAL;
    replace(attr, MUTEX_INHERIT | MUTEX_PROTECT, protocol * MUTEX_INHERIT);
    if (protocol == PTHREAD_PRIO_PROTECT) {
        protect_will_be_used();
        /* A ceiling that no priority is above, until one is set. */
        if (!(*mutexattr_of(attr) & MUTEX_CEILING))
            replace(attr, MUTEX_CEILING, CEILING_MOST << CEILING_SHIFT);
    }
    return 0;
}

PTHIN_EXPORT int pthread_mutexattr_getprotocol(const pthread_mutexattr_t *restrict attr,
                                               int *restrict protocol)
{
    *protocol = (*mutexattr_of(attr) & (MUTEX_INHERIT | MUTEX_PROTECT)) / MUTEX_INHERIT;
    return 0;
}

PTHIN_EXPORT int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *attr, int ceiling)
{
    if (ceiling < CEILING_LEAST || ceiling > CEILING_MOST)
        return EINVAL;
    replace(attr, MUTEX_CEILING, ceiling << CEILING_SHIFT);
    return 0;
}

PTHIN_EXPORT int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *restrict attr,
                                                  int *restrict ceiling)
{
    int set = (*mutexattr_of(attr) & MUTEX_CEILING) >> CEILING_SHIFT;
    *ceiling = set ? set : CEILING_LEAST;
    return 0;
}
