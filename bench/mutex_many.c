/* SPDX-License-Identifier: MIT */
/* Some threads take mutexes that lie side by side, as in a hash table with a lock for each bucket: each
 * time one that they draw. They seldom meet at a mutex, and often at a cache line. An operation is
 * one turn of one thread. */
#include "bench.h"

#define MOST 4096

static long threads = 2, mutexes = 64, cs, out;

static struct bucket {
    pthread_mutex_t mutex;
    long turns;
} buckets[MOST] BENCH_ALONE;

static void body(long index)
{
    const long inside = cs, outside = out;
    uint32_t random = 12345 + 977 * (uint32_t)index;

    for (long i = bench_share(index, threads); i > 0; i--) {
        struct bucket *b;

        random = random * 1664525 + 1013904223;
        b = &buckets[(uint64_t)random * (uint64_t)mutexes >> 32];
        pthread_mutex_lock(&b->mutex);
        b->turns++;
        bench_work(inside);
        pthread_mutex_unlock(&b->mutex);
        bench_work(outside);
    }
}

int main(int argc, char **argv)
{
    long total = 0;

    bench_begin(argc, argv, 1000000,
                (const struct bench_option[]){{"threads", &threads, 1, BENCH_MAX_THREADS, NULL},
                                              {"mutexes", &mutexes, 1, MOST, NULL},
                                              {"cs", &cs, 0, 1000000000, NULL},
                                              {"out", &out, 0, 1000000000, NULL},
                                              {0}});
    cs = bench_turns(cs);
    out = bench_turns(out);
    for (long i = 0; i < mutexes; i++)
        BENCH_CHECK(pthread_mutex_init(&buckets[i].mutex, NULL) == 0);
    bench_threads(threads, body);
    for (long i = 0; i < mutexes; i++)
        total += buckets[i].turns;
    BENCH_CHECK(total == bench.operations);
    bench_result();
    return bench_end();
}
