/* SPDX-License-Identifier: MIT */
#include <pthin/thread.h>

#include "core/at_exit.h"

PTHIN_EXPORT int pthin_thread_at_exit(void (*function)(void *), void *arg)
{
    return __pthin_at_exit_add(function, arg);
}
