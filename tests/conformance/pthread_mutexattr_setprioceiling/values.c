/* SPDX-License-Identifier: MIT */
/*
 * A ceiling is a priority of SCHED_FIFO, the default too; set and get agree; EINVAL for others,
 * which change nothing.
 */
#include "test.h"

enum { LEAST = 1, MOST = 99 }; /* Linux's */

int main(void)
{
    static const int wrong[] = {LEAST - 1, MOST + 1, -1, 0x10000};
    pthread_mutexattr_t attr;
    int value = -1;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_getprioceiling(&attr, &value), 0);
    CHECK(value >= LEAST && value <= MOST);
    for (int ceiling = LEAST; ceiling <= MOST; ceiling++) {
        CHECK_EQ(pthread_mutexattr_setprioceiling(&attr, ceiling), 0);
        for (int i = 0; i < 4; i++)
            CHECK_EQ(pthread_mutexattr_setprioceiling(&attr, wrong[i]), EINVAL);
        CHECK_EQ(pthread_mutexattr_getprioceiling(&attr, &value), 0);
        CHECK_EQ(value, ceiling);
    }
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    return 0;
}
