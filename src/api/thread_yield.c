/* SPDX-License-Identifier: MIT */
#include <pthin/thread.h>

#include "core/sched.h"

PTHIN_EXPORT void pthin_thread_yield(void)
{
    sys_sched_yield();
}
