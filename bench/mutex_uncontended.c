/* SPDX-License-Identifier: MIT */
/* Locks and unlocks a mutex of some kind that nobody else wants, in a process with two threads: the
 * other one waits in pthread_join. */
#include "bench.h"

enum { NORMAL, RECURSIVE, ERRORCHECK, ROBUST, INHERIT, SHARED };

static pthread_mutex_t mutex BENCH_ALONE;
static long counter;

static void init(long kind)
{
    pthread_mutexattr_t attr;

    BENCH_CHECK(pthread_mutexattr_init(&attr) == 0);
    if (kind == RECURSIVE)
        BENCH_CHECK(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE) == 0);
    if (kind == ERRORCHECK)
        BENCH_CHECK(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK) == 0);
    if (kind == ROBUST)
        BENCH_CHECK(pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST) == 0);
    if (kind == INHERIT)
        BENCH_CHECK(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_INHERIT) == 0);
    if (kind == SHARED)
        BENCH_CHECK(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED) == 0);
    BENCH_CHECK(pthread_mutex_init(&mutex, &attr) == 0);
    BENCH_CHECK(pthread_mutexattr_destroy(&attr) == 0);
}

static void body(long index UNUSED)
{
    for (long i = 0; i < bench.operations; i++) {
        pthread_mutex_lock(&mutex);
        counter++;
        pthread_mutex_unlock(&mutex);
    }
}

int main(int argc, char **argv)
{
    static const char *const kinds[] = {"normal",  "recursive", "errorcheck", "robust",
                                        "inherit", "shared",    NULL};
    long kind = NORMAL;

    bench_begin(argc, argv, 5000000,
                (const struct bench_option[]){{"kind", &kind, 0, 0, kinds}, {0}});
    init(kind);
    bench_threads(1, body);
    BENCH_CHECK(counter == bench.operations);
    BENCH_CHECK(pthread_mutex_destroy(&mutex) == 0);
    bench_result();
    return bench_end();
}
