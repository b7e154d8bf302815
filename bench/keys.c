/* SPDX-License-Identifier: MIT */
/* Creates a key and deletes it; with values=1 it gets a value in between. */
#include "bench.h"

static long values;

static void body(long index UNUSED)
{
    for (long i = 0; i < bench.operations; i++) {
        pthread_key_t key;

        BENCH_CHECK(pthread_key_create(&key, NULL) == 0);
        if (values)
            BENCH_CHECK(pthread_setspecific(key, &key) == 0);
        BENCH_CHECK(pthread_key_delete(key) == 0);
    }
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 1000000,
                (const struct bench_option[]){{"values", &values, 0, 1, NULL}, {0}});
    bench_threads(1, body);
    bench_result();
    return bench_end();
}
