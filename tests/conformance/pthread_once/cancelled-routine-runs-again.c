/* SPDX-License-Identifier: MIT */
/*
 * If init_routine is a cancellation point and is cancelled, the effect on once_control shall be as
 * if pthread_once had never been called: a waiting or later caller runs it.
 */
#include "test.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct gate inside;
static int runs, done;
static pid_t waiter_tid;

static void init(void)
{
    if (ADD(&runs, 1) == 1) {
        gate_open(&inside);
        for (;;) {
            pthread_testcancel();
            TEST_SYS0(sched_yield);
        }
    }
    STORE(&done, 1);
}

static void *first(void *arg)
{
    pthread_once(&once, init);
    return arg;
}

static void *second(void *arg)
{
    STORE(&waiter_tid, test_gettid());
    CHECK_EQ(pthread_once(&once, init), 0);
    CHECK_EQ(LOAD(&done), 1);
    return arg;
}

int main(void)
{
    pthread_t one = test_start(first, NULL), two;

    gate_wait(&inside);
    two = test_start(second, NULL);
    WAIT_UNTIL(LOAD(&waiter_tid) != 0);
    wait_until_blocked(waiter_tid);
    CHECK_EQ(pthread_cancel(one), 0);
    CHECK(test_finish(one) == PTHREAD_CANCELED);
    test_finish(two);
    CHECK_EQ(LOAD(&runs), 2);
    CHECK_EQ(pthread_once(&once, init), 0);
    CHECK_EQ(LOAD(&runs), 2);
    return 0;
}
