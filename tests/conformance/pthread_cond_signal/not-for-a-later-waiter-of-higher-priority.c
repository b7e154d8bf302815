/* SPDX-License-Identifier: MIT */
/*
 * A signal unblocks a thread that is blocked when it is sent, whatever the priority of those that
 * come to wait before that thread has noticed.
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

int main(void)
{
    static const int first_priority[] = {10, 0};
    struct waiter first, second;
    pthread_attr_t attr;

    NEED_REAL_TIME();
    for (int i = 0; i < 40; i++) {
        int priority = first_priority[i % 2];

        test_policy_attr(&attr, priority ? SCHED_FIFO : SCHED_OTHER, priority);
        waiter_start(&first, &attr, wait_once, NULL);
        waiter_until_blocked(&first);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        test_policy_attr(&attr, SCHED_FIFO, 20);
        waiter_start(&second, &attr, wait_once, NULL);
        waiter_until_blocked(&second); /* for the mutex, which it may get before the first */
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(waiter_result(&first), 0);
        waiter_until_blocked(&second);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(waiter_result(&second), 0);
    }
    return 0;
}
