/* SPDX-License-Identifier: MIT */
/* Locks and unlocks a spin lock. An operation is one turn of one thread. */
#include "bench.h"

static long threads = 1;

static pthread_spinlock_t lock BENCH_ALONE;
static long counter BENCH_ALONE;

static void body(long index)
{
    for (long i = bench_share(index, threads); i > 0; i--) {
        pthread_spin_lock(&lock);
        counter++;
        pthread_spin_unlock(&lock);
    }
}

int main(int argc, char **argv)
{
    bench_begin(
        argc, argv, 10000000,
        (const struct bench_option[]){{"threads", &threads, 1, BENCH_MAX_THREADS, NULL}, {0}});
    BENCH_CHECK(pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE) == 0);
    bench_threads(threads, body);
    BENCH_CHECK(counter == bench.operations);
    BENCH_CHECK(pthread_spin_destroy(&lock) == 0);
    bench_result();
    return bench_end();
}
