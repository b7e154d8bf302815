/* SPDX-License-Identifier: MIT */
/*
 * pthread_getconcurrency returns the level that was set last; EINVAL for a negative one, and the
 * level stays. All threads see it.
 */
#include "test.h"

static void *routine(void *arg)
{
    CHECK_EQ(pthread_getconcurrency(), (intptr_t)arg);
    return arg;
}

int main(void)
{
    static const int levels[] = {5, 1, 1000, 0};

    for (int i = 0; i < 4; i++) {
        CHECK_EQ(pthread_setconcurrency(levels[i]), 0);
        CHECK_EQ(pthread_getconcurrency(), levels[i]);
        CHECK_EQ(pthread_setconcurrency(-1), EINVAL);
        CHECK_EQ(pthread_setconcurrency(INT32_MIN), EINVAL);
        CHECK_EQ(pthread_getconcurrency(), levels[i]);
        test_finish(test_start(routine, (void *)(intptr_t)levels[i]));
    }
    return 0;
}
