/* SPDX-License-Identifier: MIT */
/* Calls pthread_once for what has been done already. */
#include "bench.h"

static pthread_once_t once BENCH_ALONE = PTHREAD_ONCE_INIT;
static long runs;

static void routine(void)
{
    runs++;
}

static void body(long index UNUSED)
{
    for (long i = 0; i < bench.operations; i++)
        pthread_once(&once, routine);
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 20000000, BENCH_NO_OPTIONS);
    bench_threads(1, body);
    BENCH_CHECK(runs == 1);
    bench_result();
    return bench_end();
}
