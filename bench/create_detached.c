/* SPDX-License-Identifier: MIT */
/* Creates detached threads that do nothing but count themselves, no more than 64 of them on their
 * way at a time; the end is when all have run. */
#include "bench.h"

#define WINDOW 64

static long ended BENCH_ALONE;

static void *thread(void *arg)
{
    __atomic_add_fetch(&ended, 1, __ATOMIC_RELEASE);
    return arg;
}

/* By yielding, so that nothing but create is measured. */
static void wait_for(long count)
{
    while (__atomic_load_n(&ended, __ATOMIC_ACQUIRE) < count)
        sched_yield();
}

int main(int argc, char **argv)
{
    pthread_attr_t attr;

    bench_begin(argc, argv, 10000, BENCH_NO_OPTIONS);
    BENCH_CHECK(pthread_attr_init(&attr) == 0);
    BENCH_CHECK(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED) == 0);
    bench_start();
    for (long i = 0; i < bench.operations; i++) {
        pthread_t t;

        wait_for(i - WINDOW + 1);
        BENCH_CHECK(pthread_create(&t, &attr, thread, NULL) == 0);
    }
    wait_for(bench.operations);
    bench_stop();
    BENCH_CHECK(ended == bench.operations);
    bench_result();
    return bench_end();
}
