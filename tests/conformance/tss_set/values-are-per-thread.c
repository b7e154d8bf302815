/* SPDX-License-Identifier: MIT */
/*
 * tss_set sets the calling thread's value, and tss_get returns it: NULL in a new thread.
 */
#include "test.h"

#include <threads.h>

enum { N = 4, KEYS = 80 };
static tss_t keys[KEYS];

static int routine(void *arg)
{
    for (int i = 0; i < KEYS; i++) {
        CHECK(tss_get(keys[i]) == NULL);
        CHECK_EQ(tss_set(keys[i], (char *)arg + i), thrd_success);
    }
    for (int i = 0; i < 100; i++) {
        CHECK(tss_get(keys[i % KEYS]) == (char *)arg + i % KEYS);
        thrd_yield();
    }
    return 0;
}

int main(void)
{
    static char area[N][KEYS];
    thrd_t thread[N];

    for (int i = 0; i < KEYS; i++) {
        CHECK_EQ(tss_create(&keys[i], NULL), thrd_success);
        CHECK_EQ(tss_set(keys[i], &keys[i]), thrd_success);
    }
    for (int i = 0; i < N; i++)
        CHECK_EQ(thrd_create(&thread[i], routine, area[i]), thrd_success);
    for (int i = 0; i < N; i++)
        CHECK_EQ(thrd_join(thread[i], NULL), thrd_success);
    for (int i = 0; i < KEYS; i++)
        CHECK(tss_get(keys[i]) == &keys[i]);
    return 0;
}
