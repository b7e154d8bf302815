/* SPDX-License-Identifier: MIT */
#include "attr.h"
#include "attr_bit.h"

PTHIN_EXPORT int pthread_attr_setdetachstate(pthread_attr_t *attr, int state)
{
    return attr_bit_set(&attr_of(attr)->flags, ATTR_DETACHED, state);
}

PTHIN_EXPORT int pthread_attr_getdetachstate(const pthread_attr_t *attr, int *state)
{
    return attr_bit_get(attr_of(attr)->flags, ATTR_DETACHED, state);
}
