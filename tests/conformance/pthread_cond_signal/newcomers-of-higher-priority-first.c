/* SPDX-License-Identifier: MIT */
/*
 * The highest of all threads that are blocked is unblocked, also where it came after a signal for
 * which others had waited with the one that is next.
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

static void start(struct waiter *w, int priority)
{
    pthread_attr_t attr;

    test_policy_attr(&attr, SCHED_FIFO, priority);
    waiter_start(w, &attr, wait_once, NULL);
    waiter_until_blocked(w);
}

/* Of the two. */
static void check_that_it_is(struct waiter *highest, struct waiter *other)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    WAIT_UNTIL(LOAD(&highest->returned) || LOAD(&other->returned));
    CHECK_EQ(LOAD(&other->returned), 0);
    CHECK_EQ(waiter_result(highest), 0);
}

int main(void)
{
    struct waiter first, second, third;

    NEED_REAL_TIME();
    start(&first, 20);
    start(&second, 10);
    check_that_it_is(&first, &second);
    start(&third, 30);
    check_that_it_is(&third, &second);
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(waiter_result(&second), 0);
    return 0;
}
