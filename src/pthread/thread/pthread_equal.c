/* SPDX-License-Identifier: MIT */
#include <pthread.h>

#include "core/base.h"

#undef pthread_equal

PTHIN_EXPORT int pthread_equal(pthread_t a, pthread_t b)
{
    return a == b;
}
