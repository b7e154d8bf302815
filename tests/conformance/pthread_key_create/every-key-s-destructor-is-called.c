/* SPDX-License-Identifier: MIT */
/*
 * Each of many keys has its own destructor and value.
 */
#include "test.h"

enum { N = 60 };
static pthread_key_t key[N];
static int ran[2];

static void destroy_even(void *value)
{
    CHECK_EQ(*(int *)value % 2, 0);
    ADD(&ran[0], 1);
}

static void destroy_odd(void *value)
{
    CHECK_EQ(*(int *)value % 2, 1);
    ADD(&ran[1], 1);
}

static void *routine(void *arg)
{
    int *numbers = arg;

    for (int i = 0; i < N; i++)
        CHECK_EQ(pthread_setspecific(key[i], &numbers[i]), 0);
    for (int i = 0; i < N; i++)
        CHECK_EQ(pthread_getspecific(key[i]), &numbers[i]);
    return NULL;
}

int main(void)
{
    int numbers[N];

    for (int i = 0; i < N; i++) {
        numbers[i] = i;
        CHECK_EQ(pthread_key_create(&key[i], i % 2 ? destroy_odd : destroy_even), 0);
    }
    for (int i = 1; i <= 3; i++) {
        test_finish(test_start(routine, numbers));
        CHECK_EQ(LOAD(&ran[0]), i * N / 2);
        CHECK_EQ(LOAD(&ran[1]), i * N / 2);
    }
    return 0;
}
