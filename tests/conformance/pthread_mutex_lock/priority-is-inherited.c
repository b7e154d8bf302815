/* SPDX-License-Identifier: MIT */
/*
 * With PTHREAD_PRIO_INHERIT the owner runs at the highest priority of those that wait, also for a
 * mutex that it waits for itself; until it unlocks, or they give up.
 */
#include "ceiling.h"
#include "mutexes.h"

static pthread_mutex_t first, second;
static struct gate go, given_up;

/* Owns the second, waits for the first. */
static int hold_and_lock(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&second), 0);
    gate_open(arg);
    CHECK_EQ(pthread_mutex_lock(&first), 0);
    CHECK_EQ(pthread_mutex_unlock(&first), 0);
    gate_wait(&go);
    CHECK_EQ(pthread_mutex_unlock(&second), 0);
    return test_effective_priority();
}

static int lock_for_a_moment(void *mutex)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 100);

    CHECK_EQ(pthread_mutex_timedlock(mutex, &end), ETIMEDOUT);
    gate_open(&given_up);
    return 0;
}

static int lock_and_unlock(void *mutex)
{
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(mutex), 0);
    return 0;
}

int main(void)
{
    struct waiter waiter, high, brief;
    struct gate held = {0};
    pthread_attr_t attr;

    NEED_REAL_TIME();
    mutex_make(&first, inherit_sort());
    mutex_make(&second, inherit_sort());
    CHECK_EQ(pthread_mutex_lock(&first), 0);
    waiter_start(&waiter, NULL, hold_and_lock, &held);
    gate_wait(&held);
    waiter_until_blocked(&waiter);
    CHECK_EQ(test_effective_priority(), 0);

    test_policy_attr(&attr, SCHED_FIFO, 30);
    waiter_start(&high, &attr, lock_and_unlock, &second);
    waiter_until_blocked(&high);
    WAIT_UNTIL(test_effective_priority_of(waiter.tid) == 30);
    WAIT_UNTIL(test_effective_priority() == 30); /* through both */

    test_policy_attr(&attr, SCHED_FIFO, 40);
    waiter_start(&brief, &attr, lock_for_a_moment, &first);
    WAIT_UNTIL(test_effective_priority() == 40 || LOAD(&given_up.count));
    gate_wait(&given_up);
    WAIT_UNTIL(test_effective_priority() == 30);
    CHECK_EQ(waiter_result(&brief), 0);

    CHECK_EQ(pthread_mutex_unlock(&first), 0);
    CHECK_EQ(test_effective_priority(), 0);
    WAIT_UNTIL(test_effective_priority_of(waiter.tid) == 30);
    gate_open(&go);
    CHECK_EQ(waiter_result(&waiter), 0);
    CHECK_EQ(waiter_result(&high), 0);
    return 0;
}
