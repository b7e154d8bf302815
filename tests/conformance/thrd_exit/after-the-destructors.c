/* SPDX-License-Identifier: MIT */
/*
 * thrd_exit ends the thread from within any call, with its result, after the destructors of its
 * thread-specific storage.
 */
#include "test.h"

#include <threads.h>

static tss_t key;
static int destroyed;

static void destructor(void *value)
{
    CHECK_EQ(value, 5);
    destroyed = 1;
}

static int __attribute__((noinline)) deep(int level)
{
    if (LAUNDER(level) == 0)
        thrd_exit(INT32_MIN);
    return level < 0 ? 0 : deep(level - 1) + LAUNDER(level);
}

static int routine(void *arg)
{
    (void)arg;
    CHECK_EQ(tss_set(key, (void *)5), thrd_success);
    return deep(20);
}

int main(void)
{
    thrd_t thread;
    int result = 0;

    CHECK_EQ(tss_create(&key, destructor), thrd_success);
    CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_success);
    CHECK_EQ(thrd_join(thread, &result), thrd_success);
    CHECK_EQ(result, INT32_MIN);
    CHECK_EQ(destroyed, 1);
    return 0;
}
