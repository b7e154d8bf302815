/* SPDX-License-Identifier: MIT */
/*
 * When the required number of threads have called pthread_barrier_wait, one gets
 * PTHREAD_BARRIER_SERIAL_THREAD and each of the others 0; the barrier is then ready for the next
 * round.
 */
#include "test.h"

enum { N = 5, ROUNDS = 200 };
static pthread_barrier_t barrier;
static int arrived[ROUNDS], serial[ROUNDS];

static void *routine(void *arg)
{
    for (int i = 0; i < ROUNDS; i++) {
        int result;

        ADD(&arrived[i], 1);
        result = pthread_barrier_wait(&barrier);
        CHECK(result == 0 || result == PTHREAD_BARRIER_SERIAL_THREAD);
        CHECK_EQ(LOAD(&arrived[i]), N); /* nobody passes before all are there */
        if (result != 0)
            ADD(&serial[i], 1);
    }
    return arg;
}

int main(void)
{
    pthread_t thread[N];

    CHECK_EQ(pthread_barrier_init(&barrier, NULL, N), 0);
    for (int i = 0; i < N; i++)
        thread[i] = test_start(routine, NULL);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    for (int i = 0; i < ROUNDS; i++)
        CHECK_EQ(serial[i], 1);
    CHECK_EQ(pthread_barrier_destroy(&barrier), 0);
    return 0;
}
