/* SPDX-License-Identifier: MIT */
/* Two threads hand a turn to each other through a semaphore each. An operation is the turn going
 * there and back. */
#include "bench.h"

#include <semaphore.h>

static struct {
    sem_t sem;
} BENCH_ALONE turn[2];
static long swaps BENCH_ALONE;

static void body(long index)
{
    for (long i = 0; i < bench.operations; i++) {
        while (sem_wait(&turn[index].sem) != 0)
            ;
        swaps++; /* by whoever has the turn */
        sem_post(&turn[!index].sem);
    }
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 5000, BENCH_NO_OPTIONS);
    BENCH_CHECK(sem_init(&turn[0].sem, 0, 1) == 0);
    BENCH_CHECK(sem_init(&turn[1].sem, 0, 0) == 0);
    bench_threads(2, body);
    BENCH_CHECK(swaps == 2 * bench.operations);
    bench_result();
    return bench_end();
}
