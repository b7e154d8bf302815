/* SPDX-License-Identifier: MIT */
/*
 * On return from pthread_once, init_routine shall have completed: a caller that comes while another
 * thread runs it waits.
 */
#include "test.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct gate inside, go;
static int done;
static pid_t waiter_tid;

static void init(void)
{
    gate_open(&inside);
    gate_wait(&go);
    STORE(&done, 1);
}

static void *first(void *arg)
{
    CHECK_EQ(pthread_once(&once, init), 0);
    CHECK_EQ(LOAD(&done), 1);
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
    CHECK_EQ(LOAD(&done), 0);
    gate_open(&go);
    test_finish(one);
    test_finish(two);
    CHECK_EQ(LOAD(&inside.count), 1);
    return 0;
}
