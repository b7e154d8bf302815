/* SPDX-License-Identifier: MIT */
/*
 * pthread_mutexattr_getrobust_np is pthread_mutexattr_getrobust by its name from before POSIX.
 * test-flags: -Wno-deprecated-declarations
 */
#include "mutexes.h"

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        pthread_mutexattr_t attr;
        int value = -1;

        mutexattr_make(&attr, mutex_sort(i));
        CHECK_EQ(pthread_mutexattr_getrobust_np(&attr, &value), 0);
        CHECK_EQ(value, mutex_sort(i).robust ? PTHREAD_MUTEX_ROBUST_NP : PTHREAD_MUTEX_STALLED_NP);
        CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    }
    return 0;
}
