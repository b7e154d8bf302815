/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "attr.h"
#include "core/engine.h"

PTHIN_EXPORT int pthread_attr_setguardsize(pthread_attr_t *attr, size_t size)
{
    if (size > HOST_GUARD_MOST)
        return EINVAL;
    attr_of(attr)->guard_size = size;
    return 0;
}

PTHIN_EXPORT int pthread_attr_getguardsize(const pthread_attr_t *restrict attr,
                                           size_t *restrict size)
{
    /* As it was set: rounding up to pages is create's affair. */
    *size = attr_of(attr)->guard_size;
    return 0;
}
