/* SPDX-License-Identifier: MIT */
/* Creates a batch of threads that do nothing, then joins them all, in the order of creation. An
 * operation is one thread. */
#include "bench.h"

#define MOST 1000

static void *thread(void *arg)
{
    return arg;
}

int main(int argc, char **argv)
{
    static pthread_t threads[MOST];
    long batch = 8;

    bench_begin(argc, argv, 10000,
                (const struct bench_option[]){{"batch", &batch, 1, MOST, NULL}, {0}});
    bench_start();
    for (long first = 0; first < bench.operations; first += batch) {
        long count = bench.operations - first < batch ? bench.operations - first : batch;

        for (long i = 0; i < count; i++)
            BENCH_CHECK(pthread_create(&threads[i], NULL, thread, (void *)(first + i)) == 0);
        for (long i = 0; i < count; i++) {
            void *result;

            BENCH_CHECK(pthread_join(threads[i], &result) == 0);
            BENCH_CHECK(result == (void *)(first + i));
        }
    }
    bench_stop();
    bench_result();
    return bench_end();
}
