/* SPDX-License-Identifier: MIT */
/*
 * thrd_nomem if there is no memory for the thread.
 */
#include "test.h"

#include <threads.h>

static int routine(void *arg)
{
    (void)arg;
    return 0;
}

int main(void)
{
    thrd_t thread;
    uint64_t before = test_rlimit_get(TEST_RLIMIT_AS).soft;

    test_rlimit_set(TEST_RLIMIT_AS, 1);
    CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_nomem);
    test_rlimit_set(TEST_RLIMIT_AS, before);
    CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_success);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    return 0;
}
