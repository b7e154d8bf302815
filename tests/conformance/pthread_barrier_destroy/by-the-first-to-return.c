/* SPDX-License-Identifier: MIT */
/*
 * A barrier may be destroyed, and its memory unmapped, by a thread that returns from
 * pthread_barrier_wait, although others are still on their way out.
 */
#include "test.h"

enum { N = 3, ROUNDS = 300 };
static pthread_barrier_t *barrier;
static struct gate start, end;

static void *routine(void *arg)
{
    for (int i = 1; i <= ROUNDS; i++) {
        pthread_barrier_t *mine;

        gate_wait_for(&start, i);
        mine = LOAD(&barrier);
        if (pthread_barrier_wait(mine) == PTHREAD_BARRIER_SERIAL_THREAD) {
            CHECK_EQ(pthread_barrier_destroy(mine), 0);
            test_unmap(mine, sizeof *mine);
        }
        gate_open(&end);
    }
    return arg;
}

int main(void)
{
    pthread_t thread[N];

    for (int i = 0; i < N; i++)
        thread[i] = test_start(routine, NULL);
    for (int i = 1; i <= ROUNDS; i++) {
        pthread_barrier_t *fresh = TEST_MAP(sizeof *fresh);

        CHECK_EQ(pthread_barrier_init(fresh, NULL, N), 0);
        STORE(&barrier, fresh);
        gate_open(&start);
        gate_wait_for(&end, N * i);
    }
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    return 0;
}
