/* SPDX-License-Identifier: MIT */
/*
 * EDEADLK if the calling thread already owns the lock for writing (POSIX: may fail), on both
 * clocks; it owns it still.
 */
#include "rwlocks.h"

int main(void)
{
    check_clocks_deadlock(pthread_rwlock_clockrdlock);
    return 0;
}
