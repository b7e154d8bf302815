/* SPDX-License-Identifier: MIT */
/* The start and the end of a program that makes one thread: what counts is how long the process
 * takes as a whole, so it does that once however many OPERATIONS are asked for. */
#include "bench.h"

static void *thread(void *arg)
{
    return arg;
}

int main(int argc, char **argv)
{
    pthread_t t;
    void *result;

    bench_begin(argc, argv, 1, BENCH_NO_OPTIONS);
    bench.operations = 1;
    bench_start();
    BENCH_CHECK(pthread_create(&t, NULL, thread, &bench) == 0);
    BENCH_CHECK(pthread_join(t, &result) == 0);
    bench_stop();
    BENCH_CHECK(result == &bench);
    bench_result();
    return bench_end();
}
