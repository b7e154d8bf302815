/* SPDX-License-Identifier: MIT */
/*
 * Default PTHREAD_MUTEX_STALLED; set and get agree; EINVAL for others, which change nothing.
 */
#include "test.h"

int main(void)
{
    static const int wrong[] = {-1, 2, 0x100};
    pthread_mutexattr_t attr;
    int value = -1;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_getrobust(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_MUTEX_STALLED);
    CHECK_EQ(pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST), 0);
    for (int i = 0; i < 3; i++)
        CHECK_EQ(pthread_mutexattr_setrobust(&attr, wrong[i]), EINVAL);
    CHECK_EQ(pthread_mutexattr_getrobust(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_MUTEX_ROBUST);
    CHECK_EQ(pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_STALLED), 0);
    CHECK_EQ(pthread_mutexattr_getrobust(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_MUTEX_STALLED);
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    return 0;
}
