/* SPDX-License-Identifier: MIT */
/*
 * A thread whose time has come, or that was cancelled, is blocked no more, however high its
 * priority: signals go to those that are left.
 */
#include "policy.h"
#include "waiter.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int waiting;

static void unlock(void *arg)
{
    CHECK_EQ(pthread_mutex_unlock(arg), 0);
}

static int wait_for_ever(void *arg)
{
    (void)arg;
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    pthread_cleanup_push(unlock, &mutex);
    STORE(&waiting, 1);
    CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    pthread_cleanup_pop(1);
    return 0;
}

static int wait_until_it_is_too_late(void *arg)
{
    struct timespec soon = now_plus_ms(CLOCK_REALTIME, 1);
    int err;

    (void)arg;
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    err = pthread_cond_timedwait(&cond, &mutex, &soon);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return err;
}

static void start(struct waiter *w, int priority, int (*call)(void *))
{
    pthread_attr_t attr;

    test_policy_attr(&attr, priority ? SCHED_FIFO : SCHED_OTHER, priority);
    waiter_start(w, &attr, call, NULL);
}

int main(void)
{
    static const int stays[] = {10, 0};
    struct waiter waiter, gone;

    NEED_REAL_TIME();
    for (int i = 0; i < 20; i++) {
        start(&waiter, stays[i % 2], wait_for_ever);
        waiter_until_blocked(&waiter);
        start(&gone, 20, wait_until_it_is_too_late);
        CHECK_EQ(waiter_result(&gone), ETIMEDOUT);
        STORE(&waiting, 0);
        start(&gone, 20, wait_for_ever);
        WAIT_UNTIL(LOAD(&waiting));
        if (i % 4 < 2) /* else the two may meet */
            waiter_until_blocked(&gone);
        CHECK_EQ(pthread_cancel(gone.thread), 0);
        if (i % 4 < 2)
            CHECK(test_finish(gone.thread) == PTHREAD_CANCELED);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        if (i % 4 >= 2) /* for the one that may have had the first and not been cancelled */
            CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        if (i % 4 >= 2)
            test_finish(gone.thread);
        CHECK_EQ(waiter_result(&waiter), 0);
    }
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
