/* SPDX-License-Identifier: MIT */
/*
 * EDEADLK if the calling thread already owns the lock for writing (POSIX: may fail), for reading as
 * for writing, where there is no time that would end the wait.
 */
#include "pthin-alone.h"
#include "rwlocks.h"

int main(void)
{
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    for (int i = 0; i < 2; i++) {
        CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
        CHECK_EQ(pthread_rwlock_wrlock(&lock), EDEADLK);
        CHECK_EQ(pthread_rwlock_rdlock(&lock), EDEADLK);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        CHECK_EQ(elsewhere(rdlock_once, &lock), 0);
    }
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
