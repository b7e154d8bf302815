/* SPDX-License-Identifier: MIT */
/*
 * thrd_create runs func(arg) in a new thread; thrd_join gives its int result.
 */
#include "test.h"

#include <limits.h>
#include <threads.h>

static int routine(void *arg)
{
    return *(int *)arg + 1;
}

int main(void)
{
    static const int values[] = {0, -1, 1000, INT_MAX - 1, INT_MIN};

    for (int i = 0; i < 5; i++) {
        int value = values[i], result = 0;
        thrd_t thread;

        CHECK_EQ(thrd_create(&thread, routine, &value), thrd_success);
        CHECK_EQ(thrd_join(thread, &result), thrd_success);
        CHECK_EQ(result, values[i] + 1);
    }
    return 0;
}
