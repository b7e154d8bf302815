/* SPDX-License-Identifier: MIT */
/*
 * Between pthread_cleanup_push_defer_np and pthread_cleanup_pop_restore_np cancelability is
 * deferred, and the handler in force; afterwards the type is what it was.
 */
#include "test.h"

static struct gate up, cancelled;
static int cleaned, popped;

static void clean(void *arg)
{
    (*(int *)arg)++;
}

static void *routine(void *arg)
{
    int type = -1;

    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL), 0);
    pthread_cleanup_push_defer_np(clean, &popped);
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &type), 0);
    CHECK_EQ(type, PTHREAD_CANCEL_DEFERRED);
    pthread_cleanup_pop_restore_np(1);
    CHECK_EQ(popped, 1);
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &type), 0);
    CHECK_EQ(type, PTHREAD_CANCEL_ASYNCHRONOUS);

    pthread_cleanup_push_defer_np(clean, &cleaned);
    gate_open(&up);
    gate_wait(&cancelled);
    STORE((int *)arg, 1); /* got here, although the type was asynchronous */
    for (;;)
        pthread_testcancel();
    pthread_cleanup_pop_restore_np(0);
    return arg;
}

int main(void)
{
    int went_on = 0;
    pthread_t thread = test_start(routine, &went_on);

    gate_wait(&up);
    CHECK_EQ(pthread_cancel(thread), 0);
    gate_open(&cancelled);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    CHECK_EQ(went_on, 1);
    CHECK_EQ(cleaned, 1);
    CHECK_EQ(popped, 1);
    return 0;
}
