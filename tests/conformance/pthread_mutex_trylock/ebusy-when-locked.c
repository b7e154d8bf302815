/* SPDX-License-Identifier: MIT */
/*
 * EBUSY if the mutex could not be acquired because it was already locked, by whomever; a recursive
 * one locked by the caller is locked once more.
 */
#include "test.h"

static pthread_mutex_t mutex;
static int expected;

static void *other(void *arg)
{
    CHECK_EQ(pthread_mutex_trylock(&mutex), expected);
    if (expected == 0)
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    static const struct {
        int type, again;
    } cases[] = {{PTHREAD_MUTEX_NORMAL, EBUSY},
                 {PTHREAD_MUTEX_ERRORCHECK, EBUSY},
                 {PTHREAD_MUTEX_RECURSIVE, 0},
                 {PTHREAD_MUTEX_DEFAULT, EBUSY}};

    for (int i = 0; i < 4; i++) {
        pthread_mutexattr_t attr;

        CHECK_EQ(pthread_mutexattr_init(&attr), 0);
        CHECK_EQ(pthread_mutexattr_settype(&attr, cases[i].type), 0);
        CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
        CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
        CHECK_EQ(pthread_mutex_trylock(&mutex), cases[i].again);
        if (cases[i].again == 0)
            CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        expected = EBUSY;
        test_finish(test_start(other, NULL));
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        expected = 0;
        test_finish(test_start(other, NULL));
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
