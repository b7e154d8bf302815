/* SPDX-License-Identifier: MIT */
/*
 * A thread without a real-time policy runs at the ceiling too while it holds the mutex, and as
 * before when it has unlocked it, or waits for a condition with it.
 */
#include "ceiling.h"

static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_mutex_t mutex;
static int signalled;

static int wait_for_signal(void *arg)
{
    CHECK_EQ(test_effective_priority(), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 20);
    while (!signalled)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(test_effective_priority(), 20);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 0);
    return arg != NULL;
}

/* Of each such policy, also with the wish that children shall not have it. */
static void of_each_policy(void)
{
    static const int policies[] = {SCHED_OTHER, SCHED_BATCH, SCHED_IDLE,
                                   SCHED_BATCH | 0x40000000 /* SCHED_RESET_ON_FORK */};

    for (int i = 0; i < 4; i++) {
        CHECK_EQ(test_policy_set(pthread_self(), policies[i], 0), 0);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(test_effective_priority(), 20);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(test_effective_priority(), 0);
        CHECK_POLICY(pthread_self(), policies[i], 0);
    }
}

int main(void)
{
    struct waiter waiter;

    NEED_REAL_TIME();
    ceiling_make(&mutex, PTHREAD_MUTEX_NORMAL, 20);
    waiter_block(&waiter, wait_for_signal, NULL);
    CHECK_EQ(test_effective_priority_of(waiter.tid), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 20);
    signalled = 1;
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(test_effective_priority(), 0);
    CHECK_EQ(waiter_result(&waiter), 0);
    of_each_policy();
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    return 0;
}
