/* SPDX-License-Identifier: MIT */
/* Locks and unlocks a mutex in a process that never had a second thread. */
#include "bench.h"

static pthread_mutex_t mutex BENCH_ALONE = PTHREAD_MUTEX_INITIALIZER;
static long counter;

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 5000000, BENCH_NO_OPTIONS);
    bench_start();
    for (long i = 0; i < bench.operations; i++) {
        pthread_mutex_lock(&mutex);
        counter++;
        pthread_mutex_unlock(&mutex);
    }
    bench_stop();
    BENCH_CHECK(counter == bench.operations);
    bench_result();
    return bench_end();
}
