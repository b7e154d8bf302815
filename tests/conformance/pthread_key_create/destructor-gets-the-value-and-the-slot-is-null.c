/* SPDX-License-Identifier: MIT */
/*
 * At thread exit, if a key has a destructor and a non-NULL value, the value of the key is set to
 * NULL and then the destructor is called with the previous value as its sole argument.
 */
#include "test.h"

static pthread_key_t key;
static int ran;

static void destructor(void *value)
{
    CHECK_EQ(value, 41);
    CHECK_EQ(pthread_getspecific(key), 0);
    ADD(&ran, 1);
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setspecific(key, (void *)41), 0);
    if (arg != NULL)
        pthread_exit(arg);
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_key_create(&key, destructor), 0);
    CHECK_EQ(test_finish(test_start(routine, NULL)), 0);
    CHECK_EQ(LOAD(&ran), 1);
    CHECK_EQ(test_finish(test_start(routine, (void *)5)), 5);
    CHECK_EQ(LOAD(&ran), 2);
    return 0;
}
