/* SPDX-License-Identifier: MIT */
/* One thread wakes some waiters by a broadcast, under the mutex, and waits until all have come. An
 * operation is one such round. */
#include "bench.h"

static long waiters = 8;

static struct {
    pthread_mutex_t mutex;
    long round, arrived;
    long wakes;
} BENCH_ALONE shared = {PTHREAD_MUTEX_INITIALIZER, 0, 0, 0};
static pthread_cond_t go BENCH_ALONE = PTHREAD_COND_INITIALIZER;
static pthread_cond_t all BENCH_ALONE = PTHREAD_COND_INITIALIZER;

static void lead(void)
{
    pthread_mutex_lock(&shared.mutex);
    for (long i = 0; i < bench.operations; i++) {
        shared.arrived = 0;
        shared.round++;
        pthread_cond_broadcast(&go);
        while (shared.arrived < waiters)
            pthread_cond_wait(&all, &shared.mutex);
    }
    pthread_mutex_unlock(&shared.mutex);
}

static void follow(void)
{
    pthread_mutex_lock(&shared.mutex);
    for (long seen = 0; seen < bench.operations; seen++) {
        while (shared.round == seen)
            pthread_cond_wait(&go, &shared.mutex);
        shared.wakes++;
        if (++shared.arrived == waiters)
            pthread_cond_signal(&all);
    }
    pthread_mutex_unlock(&shared.mutex);
}

static void body(long index)
{
    if (index == 0)
        lead();
    else
        follow();
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 1000,
                (const struct bench_option[]){{"waiters", &waiters, 1, 200, NULL}, {0}});
    bench_threads(1 + waiters, body);
    BENCH_CHECK(shared.wakes == waiters * bench.operations);
    bench_result();
    return bench_end();
}
