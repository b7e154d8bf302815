/* SPDX-License-Identifier: MIT */
/*
 * A kernel without priority inheritance, or a sandbox that refuses it: such a mutex could be locked
 * while it is free, and nobody could wait for it. So it cannot be had: pthread_mutexattr_setprotocol
 * fails (as with musl), or pthread_mutex_init fails with ENOTSUP. Other mutexes can.
 */
#include "filter.h"

int main(void)
{
    pthread_mutexattr_t attr;
    pthread_mutex_t mutex;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    refuse_inheritance(ENOSYS);
    if (pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_INHERIT) == 0)
        CHECK_EQ(pthread_mutex_init(&mutex, &attr), ENOTSUP);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_NONE), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    return 0;
}
