/* SPDX-License-Identifier: MIT */
/*
 * After a lock was made, no change of the attributes affects it, their destruction included; and
 * they may be initialised again, which gives the defaults.
 */
#include "rwlocks.h"

int main(void)
{
    pthread_rwlockattr_t attr;
    pthread_rwlock_t lock;
    int shared = -1;

    CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
    CHECK_EQ(pthread_rwlockattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_rwlock_init(&lock, &attr), 0);
    CHECK_EQ(pthread_rwlockattr_setpshared(&attr, PTHREAD_PROCESS_PRIVATE), 0);
    CHECK_EQ(pthread_rwlockattr_destroy(&attr), 0);
    memset(&attr, 0xa5, sizeof attr);
    for (int i = 0; i < 2; i++) {
        struct waiter waiter;

        CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
        waiter_block(&waiter, i ? rdlock_once : wrlock_once, &lock);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        CHECK_EQ(waiter_result(&waiter), 0);
    }
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);

    CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
    CHECK_EQ(pthread_rwlockattr_getpshared(&attr, &shared), 0);
    CHECK_EQ(shared, PTHREAD_PROCESS_PRIVATE);
    CHECK_EQ(pthread_rwlockattr_destroy(&attr), 0);
    return 0;
}
