/* SPDX-License-Identifier: MIT */
/*
 * A destructor finds its value already NULL; if it sets one again destructors are called again,
 * TSS_DTOR_ITERATIONS times at most. No destructor is called for NULL, or without one.
 */
#include "test.h"

#include <threads.h>

static tss_t stubborn, empty, plain;
static int calls;

static void again(void *value)
{
    CHECK(value == &calls);
    CHECK(tss_get(stubborn) == NULL);
    calls++;
    CHECK_EQ(tss_set(stubborn, value), thrd_success);
}

static void never(void *value)
{
    (void)value;
    CHECK(!"called");
}

static int routine(void *arg)
{
    (void)arg;
    CHECK_EQ(tss_set(stubborn, &calls), thrd_success);
    CHECK_EQ(tss_set(empty, &calls), thrd_success);
    CHECK_EQ(tss_set(empty, NULL), thrd_success);
    CHECK_EQ(tss_set(plain, &calls), thrd_success);
    return 0;
}

int main(void)
{
    thrd_t thread;

    CHECK_EQ(tss_create(&stubborn, again), thrd_success);
    CHECK_EQ(tss_create(&empty, never), thrd_success);
    CHECK_EQ(tss_create(&plain, NULL), thrd_success);
    CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_success);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    CHECK(calls >= 1 && calls <= TSS_DTOR_ITERATIONS);
    return 0;
}
