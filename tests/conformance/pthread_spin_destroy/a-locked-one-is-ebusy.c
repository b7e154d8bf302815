/* SPDX-License-Identifier: MIT */
/*
 * EBUSY for a lock that is held (POSIX: undefined), which stays as it was; else 0, and the memory
 * can be used for another lock.
 */
#include "waiter.h"

static pthread_spinlock_t lock;

static int call_destroy(void *arg)
{
    (void)arg;
    return pthread_spin_destroy(&lock);
}

int main(void)
{
    for (int shared = 0; shared < 2; shared++) {
        CHECK_EQ(pthread_spin_init(&lock, shared), 0);
        CHECK_EQ(pthread_spin_lock(&lock), 0);
        CHECK_EQ(pthread_spin_destroy(&lock), EBUSY);
        CHECK_EQ(elsewhere(call_destroy, NULL), EBUSY);
        CHECK_EQ(pthread_spin_trylock(&lock), EBUSY);
        CHECK_EQ(pthread_spin_unlock(&lock), 0);
        CHECK_EQ(elsewhere(call_destroy, NULL), 0);
    }
    return 0;
}
