/* SPDX-License-Identifier: MIT */
/*
 * The clocks of two threads are two: the time of one stands still while it sleeps and the other
 * computes. The caller's is CLOCK_THREAD_CPUTIME_ID.
 */
#include "test.h"

static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);
    clockid_t own, other;
    long long before, theirs;

    gate_wait(&up);
    CHECK_EQ(pthread_getcpuclockid(pthread_self(), &own), 0);
    CHECK_EQ(pthread_getcpuclockid(thread, &other), 0);
    CHECK(own != other);
    before = test_now_ns(own);
    theirs = test_now_ns(other);
    while (test_now_ns(own) < before + 20000000)
        ;
    CHECK(test_now_ns(other) < theirs + 20000000);
    before = test_now_ns(3 /* CLOCK_THREAD_CPUTIME_ID */);
    CHECK(before <= test_now_ns(own));
    CHECK(test_now_ns(own) <= test_now_ns(3));
    gate_open(&go);
    test_finish(thread);
    return 0;
}
