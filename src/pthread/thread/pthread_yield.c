/* SPDX-License-Identifier: MIT */
#include "core/sched.h"

/* The header makes pthread_yield another name of sched_yield; this is for who looks up the
   symbol. */
PTHIN_EXPORT int yield_symbol(void) __asm__("pthread_yield");

int yield_symbol(void)
{
    sys_sched_yield();
    return 0;
}
