/* SPDX-License-Identifier: MIT */
/*
 * pthread_mutexattr_setrobust_np is pthread_mutexattr_setrobust by its name from before POSIX:
 * EINVAL for other values, which change nothing.
 * test-flags: -Wno-deprecated-declarations
 */
#include "test.h"

int main(void)
{
    static const int values[] = {PTHREAD_MUTEX_ROBUST_NP, PTHREAD_MUTEX_STALLED_NP};
    pthread_mutexattr_t attr;

    CHECK_EQ(PTHREAD_MUTEX_ROBUST_NP, PTHREAD_MUTEX_ROBUST);
    CHECK_EQ(PTHREAD_MUTEX_STALLED_NP, PTHREAD_MUTEX_STALLED);
    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    for (int i = 0; i < 2; i++) {
        int value = -1;

        CHECK_EQ(pthread_mutexattr_setrobust_np(&attr, values[i]), 0);
        CHECK_EQ(pthread_mutexattr_setrobust_np(&attr, 12345), EINVAL);
        CHECK_EQ(pthread_mutexattr_setrobust_np(&attr, -1), EINVAL);
        CHECK_EQ(pthread_mutexattr_getrobust(&attr, &value), 0);
        CHECK_EQ(value, values[i]);
    }
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    return 0;
}
