/* SPDX-License-Identifier: MIT */
/*
 * A detached thread frees itself when it ends, whether it was running or had ended.
 */
#include "test.h"

#include <threads.h>

static struct gate go;
static int ended;

static int routine(void *arg)
{
    if (arg != NULL)
        gate_wait(&go);
    ADD(&ended, 1);
    return 0;
}

int main(void)
{
    thrd_t thread;

    for (int i = 0; i < 2000; i++) {
        CHECK_EQ(thrd_create(&thread, routine, NULL), thrd_success);
        if (i % 2)
            WAIT_UNTIL(LOAD(&ended) == i + 1);
        CHECK_EQ(thrd_detach(thread), thrd_success);
        WAIT_UNTIL(LOAD(&ended) == i + 1);
    }
    CHECK_EQ(thrd_create(&thread, routine, &go), thrd_success);
    CHECK_EQ(thrd_detach(thread), thrd_success);
    gate_open(&go);
    WAIT_UNTIL(LOAD(&ended) == 2001);
    return 0;
}
