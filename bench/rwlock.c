/* SPDX-License-Identifier: MIT */
/* Some threads take a read-write lock: to write once in so many times (1: always, 0: never), else
 * to read. An operation is one turn of one thread. */
#include "bench.h"

static long threads = 1, writes;

static pthread_rwlock_t lock BENCH_ALONE = PTHREAD_RWLOCK_INITIALIZER;
static volatile long first BENCH_ALONE, second; /* equal whenever nobody writes */
static long written;                            /* by whoever writes */

static void body(long index)
{
    long until_write = writes;

    for (long i = bench_share(index, threads); i > 0; i--) {
        if (writes && --until_write == 0) {
            until_write = writes;
            pthread_rwlock_wrlock(&lock);
            first++;
            second++;
            written++;
        } else {
            pthread_rwlock_rdlock(&lock);
            BENCH_CHECK(first == second);
        }
        pthread_rwlock_unlock(&lock);
    }
}

int main(int argc, char **argv)
{
    long expected = 0;

    bench_begin(argc, argv, 1000000,
                (const struct bench_option[]){{"threads", &threads, 1, BENCH_MAX_THREADS, NULL},
                                              {"writes", &writes, 0, 1000000000, NULL},
                                              {0}});
    bench_threads(threads, body);
    for (long i = 0; i < threads && writes; i++)
        expected += bench_share(i, threads) / writes;
    BENCH_CHECK(written == expected && first == expected);
    bench_result();
    return bench_end();
}
