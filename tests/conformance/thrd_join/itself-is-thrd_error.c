/* SPDX-License-Identifier: MIT */
/*
 * thrd_error if the request cannot be honoured: a thread cannot join itself.
 */
#include "pthin-alone.h"

#include <threads.h>

static void *routine(void *arg)
{
    CHECK_EQ(thrd_join((thrd_t)pthin_thread_current(), NULL), thrd_error);
    return arg;
}

int main(void)
{
    CHECK_EQ(alone_finish(alone_start(routine, (void *)1)), 1);
    return 0;
}
