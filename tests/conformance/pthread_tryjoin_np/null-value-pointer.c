/* SPDX-License-Identifier: MIT */
/*
 * The value pointer may be NULL.
 */
#include "test.h"

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    for (int i = 0; i < 20; i++) {
        pthread_t thread = test_start(routine, NULL);
        int error;

        WAIT_UNTIL((error = pthread_tryjoin_np(thread, NULL)) != EBUSY);
        CHECK_EQ(error, 0);
    }
    return 0;
}
