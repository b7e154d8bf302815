/* SPDX-License-Identifier: MIT */
/* Some threads meet at a barrier, again and again. An operation is one meeting. */
#include "bench.h"

static pthread_barrier_t barrier BENCH_ALONE;
static long serial BENCH_ALONE; /* how often a thread was told that it is the one */

static void body(long index UNUSED)
{
    for (long i = 0; i < bench.operations; i++) {
        int result = pthread_barrier_wait(&barrier);

        if (result == PTHREAD_BARRIER_SERIAL_THREAD)
            __atomic_add_fetch(&serial, 1, __ATOMIC_RELAXED);
        else
            BENCH_CHECK(result == 0);
    }
}

int main(int argc, char **argv)
{
    long threads = 2;

    bench_begin(
        argc, argv, 5000,
        (const struct bench_option[]){{"threads", &threads, 1, BENCH_MAX_THREADS, NULL}, {0}});
    BENCH_CHECK(pthread_barrier_init(&barrier, NULL, (unsigned)threads) == 0);
    bench_threads(threads, body);
    BENCH_CHECK(serial == bench.operations);
    BENCH_CHECK(pthread_barrier_destroy(&barrier) == 0);
    bench_result();
    return bench_end();
}
