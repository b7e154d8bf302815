/* SPDX-License-Identifier: MIT */
/*
 * A kernel without priority inheritance, or a sandbox that refuses it: such a mutex could be locked
 * while it is free, and nobody could wait for it. So it cannot be had: pthread_mutexattr_setprotocol
 * fails (as with musl), or pthread_mutex_init fails with ENOTSUP. Other mutexes can. With an argument
 * one could be locked, and nobody could be woken.
 */
#include "filter.h"

/* Of the futex operations, which have no header with no libc. */
enum { LOCK_PI = 6, UNLOCK_PI = 7, TRYLOCK_PI = 8, LOCK_PI2 = 13 };

int main(int argc, char **argv)
{
    pthread_mutexattr_t attr;
    pthread_mutex_t mutex;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    (void)argv;
    refuse_futex_operations(argc > 1 ? UNLOCK_PI : LOCK_PI, TRYLOCK_PI, ENOSYS);
    refuse_futex_operations(LOCK_PI2, LOCK_PI2, ENOSYS);
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
