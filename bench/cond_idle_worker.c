/* SPDX-License-Identifier: MIT */
/* A worker that waits for a job that comes every so many nanoseconds. What counts is the CPU time:
 * a worker with nothing to do should cost nothing. */
#include "bench.h"

static long every = 200000;

static struct {
    pthread_mutex_t mutex;
    pthread_cond_t job;
    long posted, done;
} BENCH_ALONE shared = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, 0};

static void post(void)
{
    const struct timespec pause = {every / 1000000000, every % 1000000000};

    for (long i = 0; i < bench.operations; i++) {
        nanosleep(&pause, NULL);
        pthread_mutex_lock(&shared.mutex);
        shared.posted++;
        pthread_cond_signal(&shared.job);
        pthread_mutex_unlock(&shared.mutex);
    }
}

static void work(void)
{
    pthread_mutex_lock(&shared.mutex);
    while (shared.done < bench.operations) {
        while (shared.done == shared.posted)
            pthread_cond_wait(&shared.job, &shared.mutex);
        shared.done++;
    }
    pthread_mutex_unlock(&shared.mutex);
}

static void body(long index)
{
    if (index == 0)
        post();
    else
        work();
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 500,
                (const struct bench_option[]){{"every", &every, 0, 1000000000, NULL}, {0}});
    bench_threads(2, body);
    BENCH_CHECK(shared.done == bench.operations && shared.posted == bench.operations);
    bench_result();
    return bench_end();
}
