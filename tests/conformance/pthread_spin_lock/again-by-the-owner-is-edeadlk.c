/* SPDX-License-Identifier: MIT */
/*
 * EDEADLK if the calling thread already holds the lock (POSIX: may fail); it stays locked.
 */
#include "waiter.h"

static pthread_spinlock_t lock;

static int call_trylock(void *arg)
{
    (void)arg;
    return pthread_spin_trylock(&lock);
}

int main(void)
{
    CHECK_EQ(pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE), 0);
    CHECK_EQ(pthread_spin_lock(&lock), 0);
    CHECK_EQ(pthread_spin_lock(&lock), EDEADLK);
    CHECK_EQ(elsewhere(call_trylock, NULL), EBUSY);
    CHECK_EQ(pthread_spin_unlock(&lock), 0);
    CHECK_EQ(pthread_spin_trylock(&lock), 0);
    CHECK_EQ(pthread_spin_unlock(&lock), 0);
    CHECK_EQ(pthread_spin_destroy(&lock), 0);
    return 0;
}
