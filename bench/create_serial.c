/* SPDX-License-Identifier: MIT */
/* Creates a thread and joins it, again and again. The thread computes for so many nanoseconds
 * (work), or does nothing. */
#include "bench.h"

static long work;

static void *thread(void *arg)
{
    bench_work(work);
    return arg;
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 5000,
                (const struct bench_option[]){{"work", &work, 0, 1000000000, NULL}, {0}});
    work = bench_turns(work);
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
