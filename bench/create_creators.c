/* SPDX-License-Identifier: MIT */
/* Several threads at once that each create a thread and join it, again and again. An operation is
 * one created thread. */
#include "bench.h"

static long creators = 2;

static void *thread(void *arg)
{
    return arg;
}

static void creator(long index)
{
    for (long i = bench_share(index, creators); i > 0; i--) {
        pthread_t t;
        void *result;

        BENCH_CHECK(pthread_create(&t, NULL, thread, (void *)i) == 0);
        BENCH_CHECK(pthread_join(t, &result) == 0);
        BENCH_CHECK(result == (void *)i);
    }
}

int main(int argc, char **argv)
{
    bench_begin(
        argc, argv, 10000,
        (const struct bench_option[]){{"creators", &creators, 1, BENCH_MAX_THREADS, NULL}, {0}});
    bench_threads(creators, creator);
    bench_result();
    return bench_end();
}
