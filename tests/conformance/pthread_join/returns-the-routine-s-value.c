/* SPDX-License-Identifier: MIT */
/*
 * When pthread_join returns successfully, the target has terminated and the value it returned from
 * its start routine is in *value_ptr.
 */
#include "test.h"

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    static const intptr_t values[] = {0, 1, -1 + 100, -1000000, INTPTR_MAX, INTPTR_MIN};

    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        pthread_t thread = test_start(routine, (void *)values[i]);
        void *value = NULL;

        CHECK_EQ(pthread_join(thread, &value), 0);
        CHECK_EQ(value, values[i]);
    }
    return 0;
}
