/* SPDX-License-Identifier: MIT */
/*
 * A value that a destructor stores under another key is destroyed too, in the same round or the
 * next.
 */
#include "test.h"

static pthread_key_t a, b;
static int ran_a, ran_b;

static void destroy_a(void *value)
{
    CHECK_EQ(value, 1);
    ADD(&ran_a, 1);
    CHECK_EQ(pthread_setspecific(b, (void *)2), 0);
}

static void destroy_b(void *value)
{
    CHECK_EQ(value, 2);
    if (ADD(&ran_b, 1) == 1)
        CHECK_EQ(pthread_setspecific(a, (void *)1), 0);
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setspecific(a, (void *)1), 0);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_key_create(&a, destroy_a), 0);
    CHECK_EQ(pthread_key_create(&b, destroy_b), 0);
    test_finish(test_start(routine, NULL));
    CHECK_EQ(LOAD(&ran_a), 2);
    CHECK_EQ(LOAD(&ran_b), 2);
    return 0;
}
