/* SPDX-License-Identifier: MIT */
/* Some threads take one spin lock in turn, work inside (cs nanoseconds), and outside (out). An
 * operation is one turn of one thread. */
#include "bench.h"

static long threads = 2, cs = 50, out = 200;

static pthread_spinlock_t lock BENCH_ALONE;
static long counter BENCH_ALONE;

static void body(long index)
{
    const long inside = cs, outside = out;

    for (long i = bench_share(index, threads); i > 0; i--) {
        pthread_spin_lock(&lock);
        counter++;
        bench_work(inside);
        pthread_spin_unlock(&lock);
        bench_work(outside);
    }
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 500000,
                (const struct bench_option[]){{"threads", &threads, 1, BENCH_MAX_THREADS, NULL},
                                              {"cs", &cs, 0, 1000000000, NULL},
                                              {"out", &out, 0, 1000000000, NULL},
                                              {0}});
    cs = bench_turns(cs);
    out = bench_turns(out);
    BENCH_CHECK(pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE) == 0);
    bench_threads(threads, body);
    BENCH_CHECK(counter == bench.operations);
    BENCH_CHECK(pthread_spin_destroy(&lock) == 0);
    bench_result();
    return bench_end();
}
