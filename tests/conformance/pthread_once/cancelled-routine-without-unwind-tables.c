/* SPDX-License-Identifier: MIT */
/*
 * If init_routine is cancelled, or ends its thread, the effect on once_control shall be as if
 * pthread_once had never been called. So too when the compiler wrote no tables for the routine by
 * which an unwinder could pass it.
 */
#include "test.h"

/* All the tables of this file are for debuggers only, which the program does not load. */
__asm__(".cfi_sections .debug_frame");

static pthread_once_t once;
static int runs, exits;

static void init(void)
{
    if (ADD(&runs, 1) > 1)
        return;
    if (exits)
        pthread_exit(&runs);
    pthread_cancel(pthread_self());
    pthread_testcancel();
    CHECK(0);
}

static void *routine(void *arg)
{
    pthread_once(&once, init);
    return arg;
}

int main(void)
{
    for (exits = 0; exits < 2; exits++) {
        once = (pthread_once_t)PTHREAD_ONCE_INIT;
        runs = 0;
        CHECK(test_finish(test_start(routine, NULL)) == (exits ? &runs : PTHREAD_CANCELED));
        CHECK_EQ(LOAD(&runs), 1);
        /* As if it had never been called. */
        CHECK(test_finish(test_start(routine, &once)) == &once);
        CHECK_EQ(LOAD(&runs), 2);
        CHECK_EQ(pthread_once(&once, init), 0);
        CHECK_EQ(LOAD(&runs), 2);
    }
    return 0;
}
