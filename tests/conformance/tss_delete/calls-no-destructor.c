/* SPDX-License-Identifier: MIT */
/*
 * tss_delete calls no destructor, then or later.
 */
#include "test.h"

#include <threads.h>

static tss_t key;
static struct gate set, deleted;

static void never(void *value)
{
    (void)value;
    CHECK(!"called");
}

static int routine(void *arg)
{
    CHECK_EQ(tss_set(key, arg), thrd_success);
    gate_open(&set);
    gate_wait(&deleted);
    return 0;
}

int main(void)
{
    thrd_t thread;

    CHECK_EQ(tss_create(&key, never), thrd_success);
    CHECK_EQ(tss_set(key, &key), thrd_success);
    CHECK_EQ(thrd_create(&thread, routine, &key), thrd_success);
    gate_wait(&set);
    tss_delete(key);
    gate_open(&deleted);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    return 0;
}
