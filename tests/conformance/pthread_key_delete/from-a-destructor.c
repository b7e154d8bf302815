/* SPDX-License-Identifier: MIT */
/*
 * pthread_key_delete shall be callable from within destructor functions.
 */
#include "test.h"

static pthread_key_t key;
static int ran;

static void destructor(void *value)
{
    CHECK_EQ(value, &key);
    CHECK_EQ(pthread_key_delete(key), 0);
    ADD(&ran, 1);
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    return arg;
}

int main(void)
{
    for (int i = 1; i <= 3; i++) {
        CHECK_EQ(pthread_key_create(&key, destructor), 0);
        test_finish(test_start(routine, NULL));
        CHECK_EQ(LOAD(&ran), i);
    }
    return 0;
}
