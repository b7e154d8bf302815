/* SPDX-License-Identifier: MIT */
/*
 * Threads with SCHED_FIFO or SCHED_RR that wait for the lock get it in the order of their
 * priorities; of the same priority, writers before readers.
 */
#include "policy.h"
#include "rwlocks.h"

enum { N = 6 };

/* In the order in which they are to get it; readers of one priority may share a place. */
static const struct {
    int priority, write;
} threads[N] = {{30, 1}, {25, 0}, {20, 1}, {20, 0}, {15, 1}, {10, 0}};

static pthread_rwlock_t lock;
static struct waiter waiter[N];
static int order, place[N];

/* Those that have not had the lock wait for it again: nobody is under way who was looked past. */
static void wait_for_the_others(void)
{
    for (int i = 0; i < N; i++)
        WAIT_UNTIL(LOAD(&place[i]) != 0 || test_is_blocked(waiter[i].tid));
}

static int take(void *arg)
{
    int *mine = arg;

    CHECK_EQ(threads[mine - place].write ? pthread_rwlock_wrlock(&lock)
                                         : pthread_rwlock_rdlock(&lock),
             0);
    STORE(mine, ADD(&order, 1));
    wait_for_the_others();
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    return 0;
}

int main(void)
{
    static const int policies[] = {SCHED_FIFO, SCHED_RR};
    static const int arrival[N] = {3, 0, 5, 2, 1, 4};

    NEED_REAL_TIME();
    for (int i = 0; i < 2; i++) {
        pthread_attr_t attr;

        CHECK_EQ(pthread_rwlock_init(&lock, NULL), 0);
        CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
        order = 0;
        memset(place, 0, sizeof place);
        for (int k = 0; k < N; k++) {
            int n = arrival[k];

            test_policy_attr(&attr, policies[i], threads[n].priority);
            waiter_start(&waiter[n], &attr, take, &place[n]);
            waiter_until_blocked(&waiter[n]);
        }
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        for (int k = 0; k < N; k++)
            CHECK_EQ(waiter_result(&waiter[k]), 0);
        for (int k = 0; k < N; k++)
            CHECK_EQ(place[k], k + 1);
        CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    }
    return 0;
}
