/* SPDX-License-Identifier: MIT */
/* Reads the calling thread's value of a key. */
#include "bench.h"

static pthread_key_t key;

static void body(long index UNUSED)
{
    unsigned long sum = 0;

    BENCH_CHECK(pthread_setspecific(key, (void *)3) == 0);
    for (long i = 0; i < bench.operations; i++)
        sum += (unsigned long)pthread_getspecific(key);
    BENCH_CHECK(sum == 3 * (unsigned long)bench.operations);
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 20000000, BENCH_NO_OPTIONS);
    BENCH_CHECK(pthread_key_create(&key, NULL) == 0);
    bench_threads(1, body);
    BENCH_CHECK(pthread_key_delete(key) == 0);
    bench_result();
    return bench_end();
}
