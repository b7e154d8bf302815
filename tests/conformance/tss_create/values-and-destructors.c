/* SPDX-License-Identifier: MIT */
/*
 * Thread-specific storage of C11: NULL at first, per thread, destructors at thread exit.
 */
#include "test.h"

#include <threads.h>

static tss_t key;
static int ran;

static void destructor(void *value)
{
    CHECK_EQ(value, 9);
    ADD(&ran, 1);
}

static int routine(void *arg)
{
    (void)arg;
    CHECK_EQ(tss_get(key), 0);
    CHECK_EQ(tss_set(key, (void *)9), thrd_success);
    CHECK_EQ(tss_get(key), 9);
    return 0;
}

int main(void)
{
    CHECK(TSS_DTOR_ITERATIONS >= 1);
    CHECK_EQ(tss_create(&key, destructor), thrd_success);
    CHECK_EQ(tss_set(key, (void *)1), thrd_success);
    for (int i = 1; i <= 5; i++) {
        thrd_t thread;

        CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_success);
        CHECK_EQ(thrd_join(thread, NULL), thrd_success);
        CHECK_EQ(LOAD(&ran), i);
    }
    CHECK_EQ(tss_get(key), 1);
    tss_delete(key);
    return 0;
}
