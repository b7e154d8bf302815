/* SPDX-License-Identifier: MIT */
/*
 * If non-NULL values remain after all destructors were called, the process is repeated, at least
 * PTHREAD_DESTRUCTOR_ITERATIONS times; after that an implementation stops. Linux implementations
 * stop at exactly that number, 4.
 */
#include "test.h"

static pthread_key_t key;
static int ran;

static void destructor(void *value)
{
    ADD(&ran, 1);
    CHECK_EQ(pthread_setspecific(key, value), 0);
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    return arg;
}

int main(void)
{
    CHECK_EQ(PTHREAD_DESTRUCTOR_ITERATIONS, 4);
    CHECK_EQ(pthread_key_create(&key, destructor), 0);
    test_finish(test_start(routine, NULL));
    CHECK_EQ(LOAD(&ran), PTHREAD_DESTRUCTOR_ITERATIONS);

    /* what was left over is not seen by the next thread */
    STORE(&ran, 0);
    CHECK_EQ(pthread_getspecific(key), 0);
    test_finish(test_start(routine, NULL));
    CHECK_EQ(LOAD(&ran), PTHREAD_DESTRUCTOR_ITERATIONS);
    return 0;
}
