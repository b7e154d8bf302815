/* SPDX-License-Identifier: MIT */
/*
 * EBUSY if a thread currently holds the lock.
 */
#include "test.h"

static pthread_spinlock_t lock;

static void *other(void *arg)
{
    CHECK_EQ(pthread_spin_trylock(&lock), EBUSY);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_spin_init(&lock, PTHREAD_PROCESS_SHARED), 0);
    for (int i = 0; i < 3; i++) {
        CHECK_EQ(pthread_spin_trylock(&lock), 0);
        CHECK_EQ(pthread_spin_trylock(&lock), EBUSY);
        test_finish(test_start(other, NULL));
        CHECK_EQ(pthread_spin_unlock(&lock), 0);
    }
    CHECK_EQ(pthread_spin_destroy(&lock), 0);
    return 0;
}
