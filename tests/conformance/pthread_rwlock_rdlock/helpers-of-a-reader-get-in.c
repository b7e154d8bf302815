/* SPDX-License-Identifier: MIT */
/*
 * While a thread reads and a writer waits, other threads get the lock for reading as well, without
 * long waits (POSIX leaves it open whether they have to wait, but programs have a reader wait for
 * helpers that read): in all ways to lock, at once or one after the other, and also those that
 * came while somebody wrote. A reader that has the lock already gets it again.
 */
#include "rwlocks.h"

/* Seconds, on a slow machine, for all that follows in a row. */
#define SOON (4 * TEST_SECOND)

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

static int try_until_it_gets_in(void *arg)
{
    WAIT_UNTIL(pthread_rwlock_tryrdlock(arg) == 0);
    CHECK_EQ(pthread_rwlock_unlock(arg), 0);
    return 0;
}

static int (*const ways[])(void *) = {rdlock_once, timedrdlock_once, try_until_it_gets_in};

static void check_helpers(void)
{
    struct waiter helpers[4];
    long long begin = test_now_ns(CLOCK_MONOTONIC);

    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_tryrdlock(&lock), 0);
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 3; k++)
            CHECK_EQ(elsewhere(ways[i], &lock), 0);
    for (int i = 0; i < 4; i++)
        waiter_start(&helpers[i], NULL, ways[i % 3], &lock);
    for (int i = 0; i < 4; i++)
        CHECK_EQ(waiter_result(&helpers[i]), 0);
    CHECK(test_now_ns(CLOCK_MONOTONIC) - begin < SOON);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
}

static struct gate written, go_on;

static int write_until_told(void *arg)
{
    CHECK_EQ(pthread_rwlock_wrlock(arg), 0);
    gate_open(&written);
    gate_wait(&go_on);
    return pthread_rwlock_unlock(arg);
}

/* Needs the helper as long as it reads. */
static struct waiter helper;

static int read_with_the_helper(void *arg)
{
    CHECK_EQ(pthread_rwlock_rdlock(arg), 0);
    CHECK_EQ(waiter_result(&helper), 0);
    return pthread_rwlock_unlock(arg);
}

int main(void)
{
    struct waiter first, second, reader;
    long long begin;

    timed_end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    waiter_block(&first, wrlock_once, &lock);
    check_helpers();
    waiter_block(&second, wrlock_once, &lock);
    check_helpers();
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(waiter_result(&first), 0);
    CHECK_EQ(waiter_result(&second), 0);

    /* The reader and the helper that it needs come while one writes, and another waits. */
    waiter_start(&first, NULL, write_until_told, &lock);
    gate_wait(&written);
    waiter_block(&helper, rdlock_once, &lock);
    waiter_block(&second, wrlock_once, &lock);
    waiter_block(&reader, read_with_the_helper, &lock);
    begin = test_now_ns(CLOCK_MONOTONIC);
    gate_open(&go_on);
    CHECK_EQ(waiter_result(&first), 0);
    CHECK_EQ(waiter_result(&second), 0);
    CHECK_EQ(waiter_result(&reader), 0);
    CHECK(test_now_ns(CLOCK_MONOTONIC) - begin < SOON);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
