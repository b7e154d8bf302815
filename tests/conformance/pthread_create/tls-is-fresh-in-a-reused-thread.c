/* SPDX-License-Identifier: MIT */
/*
 * A thread that gets the memory of one that ended sees none of its thread-local values.
 */
#include "test.h"

static _Thread_local int initialised = 1234;
static _Thread_local char zeros[5000];

static void *routine(void *arg)
{
    (void)arg;
    CHECK_EQ(initialised, 1234);
    for (size_t i = 0; i < sizeof zeros; i++)
        CHECK_EQ(zeros[i], 0);
    initialised = -1;
    memset(zeros, 0xff, sizeof zeros);
    return NULL;
}

int main(void)
{
    for (int i = 0; i < 200; i++)
        test_finish(test_start(routine, NULL));
    for (int i = 0; i < 30; i++) {
        pthread_t thread[8];

        for (int j = 0; j < 8; j++)
            thread[j] = test_start(routine, NULL);
        for (int j = 0; j < 8; j++)
            test_finish(thread[j]);
    }
    return 0;
}
