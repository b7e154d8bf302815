/* SPDX-License-Identifier: MIT */
/*
 * thrd_error if the request cannot be honoured: the thread is detached already. It cannot be joined
 * either.
 */
#include "test.h"

#include <threads.h>

static struct gate go, gone;

static int routine(void *arg)
{
    (void)arg;
    gate_wait(&go);
    gate_open(&gone);
    return 0;
}

int main(void)
{
    thrd_t thread;

    CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_success);
    CHECK_EQ(thrd_detach(thread), thrd_success);
    CHECK_EQ(thrd_detach(thread), thrd_error);
    CHECK_EQ(thrd_join(thread, NULL), thrd_error);
    gate_open(&go);
    gate_wait(&gone);
    return 0;
}
