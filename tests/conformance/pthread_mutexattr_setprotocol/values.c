/* SPDX-License-Identifier: MIT */
/*
 * Default PTHREAD_PRIO_NONE; set and get agree; EINVAL or ENOTSUP for others, which change nothing.
 */
#include "test.h"

int main(void)
{
    static const int protocols[] = {PTHREAD_PRIO_INHERIT, PTHREAD_PRIO_PROTECT, PTHREAD_PRIO_NONE};
    static const int wrong[] = {-1, 3, 0x100};
    pthread_mutexattr_t attr;
    int value = -1;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_getprotocol(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_PRIO_NONE);
    for (int i = 0; i < 3; i++) {
        CHECK_EQ(pthread_mutexattr_setprotocol(&attr, protocols[i]), 0);
        for (int k = 0; k < 3; k++) {
            int error = pthread_mutexattr_setprotocol(&attr, wrong[k]);

            CHECK(error == EINVAL || error == ENOTSUP);
        }
        CHECK_EQ(pthread_mutexattr_getprotocol(&attr, &value), 0);
        CHECK_EQ(value, protocols[i]);
    }
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    return 0;
}
