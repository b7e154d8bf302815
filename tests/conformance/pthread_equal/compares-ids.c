/* SPDX-License-Identifier: MIT */
/*
 * pthread_equal shall return a non-zero value if the IDs are equal, otherwise zero.
 */
#include "test.h"

static struct gate go;

static void *routine(void *arg)
{
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t a = test_start(routine, NULL), b = test_start(routine, NULL), copy = a;

    CHECK(pthread_equal(a, a) != 0);
    CHECK(pthread_equal(a, copy) != 0);
    CHECK_EQ(pthread_equal(a, b), 0);
    CHECK_EQ(pthread_equal(b, a), 0);
    CHECK_EQ(pthread_equal(a, pthread_self()), 0);
    /* it is also a function with an address, not only a macro */
    CHECK((pthread_equal)(a, copy) != 0);
    gate_open(&go);
    test_finish(a);
    test_finish(b);
    return 0;
}
