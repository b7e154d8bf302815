/* SPDX-License-Identifier: MIT */
/* Creates a thread that does nothing and joins it, again and again. */
#include "bench.h"

static void *thread(void *arg)
{
    return arg;
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 5000, BENCH_NO_OPTIONS);
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
