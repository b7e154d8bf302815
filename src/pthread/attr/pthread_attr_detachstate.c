/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "attr.h"

PTHIN_EXPORT int pthread_attr_setdetachstate(pthread_attr_t *attr, int state)
{
    struct attr *a = attr_of(attr);
    if (state != PTHREAD_CREATE_DETACHED && state != PTHREAD_CREATE_JOINABLE)
        return EINVAL;
    a->flags &= ~ATTR_DETACHED;
    if (state == PTHREAD_CREATE_DETACHED)
        a->flags |= ATTR_DETACHED;
    return 0;
}

PTHIN_EXPORT int pthread_attr_getdetachstate(const pthread_attr_t *attr, int *state)
{
    *state =
        attr_of(attr)->flags & ATTR_DETACHED ? PTHREAD_CREATE_DETACHED : PTHREAD_CREATE_JOINABLE;
    return 0;
}
