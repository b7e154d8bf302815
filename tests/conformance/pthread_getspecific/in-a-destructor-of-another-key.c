/* SPDX-License-Identifier: MIT */
/*
 * pthread_getspecific may be called from a destructor: a key whose destructor has not run yet in
 * this round, or has none, still has its value.
 */
#include "test.h"

static pthread_key_t plain, key;
static int ran;

static void destructor(void *value)
{
    CHECK_EQ(value, 1);
    CHECK_EQ(pthread_getspecific(plain), 2);
    ADD(&ran, 1);
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setspecific(plain, (void *)2), 0);
    CHECK_EQ(pthread_setspecific(key, (void *)1), 0);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_key_create(&plain, NULL), 0);
    CHECK_EQ(pthread_key_create(&key, destructor), 0);
    test_finish(test_start(routine, NULL));
    CHECK_EQ(LOAD(&ran), 1);
    return 0;
}
