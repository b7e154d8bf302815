/* SPDX-License-Identifier: MIT */
/*
 * thrd_exit ends the calling thread with a result; thrd_detach gives a thread's storage back by
 * itself; thrd_current and thrd_equal identify threads; thrd_yield and thrd_sleep return 0.
 */
#include "test.h"

#include <threads.h>

static struct gate gone;
static thrd_t self;

static int exits(void *arg)
{
    (void)arg;
    self = thrd_current();
    thrd_exit(17);
}

static int detached(void *arg)
{
    (void)arg;
    thrd_yield();
    gate_open(&gone);
    return 0;
}

int main(void)
{
    struct timespec nap = {.tv_sec = 0, .tv_nsec = 1000000};
    thrd_t thread;
    int result = 0;

    CHECK_EQ(thrd_create(&thread, exits, NULL), thrd_success);
    CHECK(!thrd_equal(thread, thrd_current()));
    CHECK_EQ(thrd_join(thread, &result), thrd_success);
    CHECK_EQ(result, 17);
    CHECK(thrd_equal(thread, self));
    CHECK_EQ(thrd_create(&thread, detached, NULL), thrd_success);
    CHECK_EQ(thrd_detach(thread), thrd_success);
    gate_wait(&gone);
    CHECK_EQ(thrd_sleep(&nap, NULL), 0);
    return 0;
}
