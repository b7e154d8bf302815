/* SPDX-License-Identifier: MIT */
/*
 * A new value replaces the old, which is the caller's own business: no destructor is called for it.
 */
#include "test.h"

static pthread_key_t key;
static int ran;

static void destructor(void *value)
{
    CHECK_EQ(value, 3);
    ADD(&ran, 1);
}

static void *routine(void *arg)
{
    for (intptr_t i = 1; i <= 3; i++) {
        CHECK_EQ(pthread_setspecific(key, (void *)i), 0);
        CHECK_EQ(pthread_getspecific(key), i);
    }
    return arg;
}

int main(void)
{
    CHECK_EQ(pthread_key_create(&key, destructor), 0);
    test_finish(test_start(routine, NULL));
    CHECK_EQ(LOAD(&ran), 1);
    return 0;
}
