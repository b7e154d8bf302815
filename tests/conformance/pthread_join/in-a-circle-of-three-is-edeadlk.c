/* SPDX-License-Identifier: MIT */
/*
 * EDEADLK if a deadlock was detected: three threads that join each other in a circle, with and
 * without a time. The last to ask gets the error, and the others end in order.
 */
#include "pthin-alone.h"

static pthin_thread *thread[3];
static pid_t tids[3];
static struct gate go[3], refused;

static void *routine(void *arg)
{
    intptr_t i = (intptr_t)arg;
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    void *value = NULL;

    gate_wait(&go[i]);
    STORE(&tids[i], test_gettid());
    if (i == 0)
        CHECK_EQ(pthin_thread_join(thread[1], &value), 0);
    else if (i == 1)
        CHECK_EQ(pthread_timedjoin_np(alone_handle(thread[2]), &value, &end), 0);
    else
        CHECK_EQ(pthread_join(alone_handle(thread[0]), &value), EDEADLK);
    if (i == 2)
        gate_open(&refused);
    CHECK_EQ(value, i == 2 ? 0 : i + 2);
    return (void *)(i + 1);
}

int main(void)
{
    for (intptr_t i = 0; i < 3; i++)
        thread[i] = alone_start(routine, (void *)i);
    for (int i = 0; i < 2; i++) {
        gate_open(&go[i]);
        WAIT_UNTIL(LOAD(&tids[i]) != 0);
        wait_until_blocked(tids[i]);
    }
    gate_open(&go[2]);
    gate_wait(&refused);
    CHECK_EQ(alone_finish(thread[0]), 1);
    return 0;
}
