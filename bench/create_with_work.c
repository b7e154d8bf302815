/* SPDX-License-Identifier: MIT */
/* Creates a thread that computes for a while, and joins it. */
#include "bench.h"

static long turns;

static void *thread(void *arg)
{
    bench_work(turns);
    return arg;
}

int main(int argc, char **argv)
{
    long work = 50000; /* nanoseconds */

    bench_begin(argc, argv, 1000,
                (const struct bench_option[]){{"work", &work, 0, 1000000000, NULL}, {0}});
    turns = bench_turns(work);
    bench_start();
    for (long i = 0; i < bench.operations; i++) {
        pthread_t t;
        void *result;

        BENCH_CHECK(pthread_create(&t, NULL, thread, (void *)i) == 0);
        BENCH_CHECK(pthread_join(t, &result) == 0);
        BENCH_CHECK(result == (void *)i);
    }
    bench_stop();
    bench_result();
    return bench_end();
}
