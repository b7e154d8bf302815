/* SPDX-License-Identifier: MIT */
/*
 * EBUSY while a thread waits for the condition (POSIX: may fail), whatever its priority; it stays
 * usable.
 */
#include "policy.h"
#include "waiter.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;

static int wait_once(void *arg)
{
    (void)arg;
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}

static void check(int priority)
{
    struct waiter waiter;
    pthread_attr_t attr;

    test_policy_attr(&attr, priority ? SCHED_FIFO : SCHED_OTHER, priority);
    waiter_start(&waiter, &attr, wait_once, NULL);
    waiter_until_blocked(&waiter);
    CHECK_EQ(pthread_cond_destroy(&cond), EBUSY);
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(waiter_result(&waiter), 0);
}

int main(void)
{
    check(0);
    NEED_REAL_TIME();
    check(10);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
