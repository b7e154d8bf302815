/* SPDX-License-Identifier: MIT */
/* Two threads hand a turn to each other through a condition variable each. An operation is the turn
 * going there and back. */
#include "bench.h"

static struct {
    pthread_mutex_t mutex;
    long turn; /* whose it is */
    long swaps;
} BENCH_ALONE shared = {PTHREAD_MUTEX_INITIALIZER, 0, 0};

static struct {
    pthread_cond_t cond;
} BENCH_ALONE mine[2] = {{PTHREAD_COND_INITIALIZER}, {PTHREAD_COND_INITIALIZER}};

static void body(long index)
{
    pthread_mutex_lock(&shared.mutex);
    for (long i = 0; i < bench.operations; i++) {
        while (shared.turn != index)
            pthread_cond_wait(&mine[index].cond, &shared.mutex);
        shared.turn = !index;
        shared.swaps++;
        pthread_cond_signal(&mine[!index].cond);
    }
    pthread_mutex_unlock(&shared.mutex);
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 5000, BENCH_NO_OPTIONS);
    bench_threads(2, body);
    BENCH_CHECK(shared.swaps == 2 * bench.operations && shared.turn == 0);
    bench_result();
    return bench_end();
}
