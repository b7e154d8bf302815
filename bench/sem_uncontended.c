/* SPDX-License-Identifier: MIT */
/* Posts a semaphore and takes it again, in a process with two threads. */
#include "bench.h"

#include <semaphore.h>

static sem_t sem BENCH_ALONE;

static void body(long index UNUSED)
{
    for (long i = 0; i < bench.operations; i++) {
        sem_post(&sem);
        BENCH_CHECK(sem_wait(&sem) == 0);
    }
}

int main(int argc, char **argv)
{
    int value;

    bench_begin(argc, argv, 5000000, BENCH_NO_OPTIONS);
    BENCH_CHECK(sem_init(&sem, 0, 0) == 0);
    bench_threads(1, body);
    BENCH_CHECK(sem_getvalue(&sem, &value) == 0 && value == 0);
    bench_result();
    return bench_end();
}
