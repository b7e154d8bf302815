/* SPDX-License-Identifier: MIT */
/*
 * thrd_error if the request cannot be honoured: a thread cannot join itself.
 */
#include "test.h"

#include <threads.h>

static int routine(void *arg)
{
    (void)arg;
    CHECK_EQ(thrd_join(thrd_current(), NULL), thrd_error);
    return 1;
}

int main(void)
{
    thrd_t thread;
    int result = 0;

    CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_success);
    CHECK_EQ(thrd_join(thread, &result), thrd_success);
    CHECK_EQ(result, 1);
    return 0;
}
