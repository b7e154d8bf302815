/* SPDX-License-Identifier: MIT */
/*
 * As pthread_rwlock_timedwrlock, with the time measured on the given clock; EINVAL for one that is
 * not supported.
 */
#include "rwlocks.h"

int main(void)
{
    check_clocks(pthread_rwlock_clockwrlock);
    return 0;
}
