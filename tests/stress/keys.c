/* SPDX-License-Identifier: MIT */
/*
 * Keys that are made and deleted by some threads while others use theirs and threads end: a value
 * is that of its own key and thread, a new key begins with NULL everywhere, and destructors run for
 * values that are there.
 */
#include "stress.h"

enum { USERS = 2, MAKERS = 2, KEYS = 40 };

static pthread_key_t counted;
static long set, destroyed;

static void destroy(void *value)
{
    CHECK_EQ((uintptr_t)value, 0x600d);
    ADD(&destroyed, 1);
}

static void *short_life(void *arg)
{
    CHECK(pthread_getspecific(counted) == NULL);
    CHECK_EQ(pthread_setspecific(counted, (void *)0x600d), 0);
    ADD(&set, 1);
    return arg;
}

static void body(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_goes_on()) {
        pthread_key_t keys[KEYS];
        int n = me < USERS ? 2 : (int)stress_random(&seed, KEYS) + 1;

        for (int i = 0; i < n; i++) {
            CHECK_EQ(pthread_key_create(&keys[i], NULL), 0);
            CHECK(pthread_getspecific(keys[i]) == NULL);
            CHECK_EQ(pthread_setspecific(keys[i], &keys[i]), 0);
        }
        if (me < USERS)
            test_finish(test_start(short_life, NULL));
        for (int i = 0; i < n; i++) {
            CHECK(pthread_getspecific(keys[i]) == &keys[i]);
            CHECK_EQ(pthread_key_delete(keys[i]), 0);
        }
    }
}

int main(int argc, char **argv)
{
    stress_begin(argc, argv);
    CHECK_EQ(pthread_key_create(&counted, destroy), 0);
    stress_run(body, USERS + MAKERS);
    CHECK_EQ(set, destroyed);
    return 0;
}
