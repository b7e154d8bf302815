/* SPDX-License-Identifier: MIT */
/*
 * thrd_sleep is a cancellation point.
 */
#include "test.h"

#include <threads.h>

static void *sleeper(void *arg)
{
    struct timespec time = {.tv_sec = 1000, .tv_nsec = 0};

    thrd_sleep(&time, NULL);
    return arg;
}

int main(void)
{
    for (int i = 0; i < 10; i++) {
        pthread_t thread = test_start(sleeper, NULL);

        if (i % 2)
            test_nap();
        CHECK_EQ(pthread_cancel(thread), 0);
        CHECK(test_finish(thread) == PTHREAD_CANCELED);
    }
    return 0;
}
