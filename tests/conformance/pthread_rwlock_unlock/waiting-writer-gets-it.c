/* SPDX-License-Identifier: MIT */
/*
 * When the last reader unlocks, a waiting writer gets the lock.
 */
#include "rwlocks.h"

int main(void)
{
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    for (int i = 0; i < 10; i++) {
        struct waiter writer;

        for (int n = 0; n < 3; n++)
            CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
        waiter_block(&writer, wrlock_once, &lock);
        for (int n = 0; n < 3; n++) {
            CHECK_EQ(LOAD(&writer.returned), 0);
            CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        }
        CHECK_EQ(waiter_result(&writer), 0);
    }
    return 0;
}
