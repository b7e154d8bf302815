/* SPDX-License-Identifier: MIT */
/*
 * With SCHED_FIFO and SCHED_RR a reader does not get the lock while a writer of its priority or a
 * higher one waits; one of a higher priority than the waiting writers does.
 */
#include "policy.h"
#include "rwlocks.h"

static const struct {
    int reader, result;
} cases[] = {{9, EBUSY}, {10, EBUSY}, {11, 0}};

int main(void)
{
    static const int policies[] = {SCHED_FIFO, SCHED_RR};

    NEED_REAL_TIME();
    for (int i = 0; i < 2; i++) {
        pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
        struct waiter writer, reader[3];
        pthread_attr_t attr;

        CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
        test_policy_attr(&attr, policies[i], 10);
        waiter_start(&writer, &attr, wrlock_once, &lock);
        waiter_until_blocked(&writer);
        for (int k = 0; k < 3; k++) {
            struct waiter trier;

            test_policy_attr(&attr, policies[i], cases[k].reader);
            waiter_start(&trier, &attr, tryrdlock_once, &lock);
            CHECK_EQ(waiter_result(&trier), cases[k].result);
            waiter_start(&reader[k], &attr, rdlock_once, &lock);
            if (cases[k].result == 0)
                CHECK_EQ(waiter_result(&reader[k]), 0);
            else
                waiter_until_blocked(&reader[k]);
        }
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        CHECK_EQ(waiter_result(&writer), 0);
        for (int k = 0; k < 2; k++)
            CHECK_EQ(waiter_result(&reader[k]), 0);
        CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    }
    return 0;
}
