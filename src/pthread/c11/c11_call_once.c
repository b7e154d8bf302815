/* SPDX-License-Identifier: MIT */
#define PTHIN_UNWOUND 1 /* by what the routine throws */
#include "c11.h"

_Static_assert(sizeof(once_flag) == sizeof(pthread_once_t), "one word");

PTHIN_EXPORT void call_once(once_flag *flag, void (*routine)(void))
{
    pthread_once((pthread_once_t *)flag, routine);
}
