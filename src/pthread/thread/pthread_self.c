/* SPDX-License-Identifier: MIT */
#include <pthread.h>

#include "core/engine.h"

PTHIN_EXPORT pthread_t pthread_self(void)
{
    return (pthread_t)host_self_handle();
}
