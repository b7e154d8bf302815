/* SPDX-License-Identifier: MIT */
/*
 * A thread whose start routine returns has popped its handlers; those popped without execution are
 * not run.
 */
#include "test.h"

static int ran;

static void handler(void *arg)
{
    (void)arg;
    ran = 1;
}

static void *routine(void *arg)
{
    pthread_cleanup_push(handler, NULL);
    pthread_cleanup_pop(0);
    return arg;
}

int main(void)
{
    test_finish(test_start(routine, NULL));
    CHECK_EQ(ran, 0);
    return 0;
}
