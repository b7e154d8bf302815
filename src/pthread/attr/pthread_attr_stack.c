/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "attr.h"
#include "core/engine.h"

PTHIN_EXPORT int pthread_attr_setstacksize(pthread_attr_t *attr, size_t size)
{
    if (size < HOST_STACK_MIN || size > HOST_STACK_MOST)
        return EINVAL;
    attr_of(attr)->stack_size = size;
    return 0;
}

PTHIN_EXPORT int pthread_attr_getstacksize(const pthread_attr_t *restrict attr,
                                           size_t *restrict size)
{
    *size = attr_stack_size(attr_of(attr));
    return 0;
}

PTHIN_EXPORT int pthread_attr_setstack(pthread_attr_t *attr, void *low, size_t size)
{
    struct attr *a = attr_of(attr);
    uintptr_t top;
    if (size < HOST_STACK_MIN || size > HOST_STACK_MOST ||
        __builtin_add_overflow((uintptr_t)low, size, &top))
        return EINVAL;
    /* Any alignment will do, as in both libcs: odd bytes at the top are not used. */
    a->stack_top = (void *)top;
    a->stack_size = size;
    a->flags |= ATTR_STACK_SET;
    return 0;
}

PTHIN_EXPORT int pthread_attr_getstack(const pthread_attr_t *restrict attr, void **restrict low,
                                       size_t *restrict size)
{
    const struct attr *a = attr_of(attr);
    /* As in glibc: where nothing was set a size of 0, not the default. */
    *low = (char *)a->stack_top - a->stack_size;
    *size = a->stack_size;
    return 0;
}

/* Obsolete, gone from POSIX.1-2024: which end the address is was never said. */
int pthread_attr_setstackaddr(pthread_attr_t *attr, void *top);
PTHIN_EXPORT int pthread_attr_setstackaddr(pthread_attr_t *attr, void *top)
{
    attr_of(attr)->stack_top = top;
    attr_of(attr)->flags |= ATTR_STACK_SET;
    return 0;
}

int pthread_attr_getstackaddr(const pthread_attr_t *restrict attr, void **restrict top);
PTHIN_EXPORT int pthread_attr_getstackaddr(const pthread_attr_t *restrict attr, void **restrict top)
{
    *top = attr_of(attr)->stack_top;
    return 0;
}
