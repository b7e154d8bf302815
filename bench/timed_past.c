/* SPDX-License-Identifier: MIT */
/* Waits until a time that has passed for what is not to be had. An operation is one such wait. */
#include "bench.h"

#include <errno.h>
#include <semaphore.h>

enum { COND, SEM, MUTEX, RDLOCK, WRLOCK };

static long on;

static pthread_mutex_t mutex BENCH_ALONE = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static sem_t sem;
static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static struct timespec past; /* a second ago: not a time that could be known without a clock */

static int wait_once(void)
{
    switch (on) {
    case COND:
        return pthread_cond_timedwait(&cond, &mutex, &past);
    case SEM:
        return sem_timedwait(&sem, &past) == -1 ? errno : 0;
    case MUTEX:
        return pthread_mutex_timedlock(&mutex, &past);
    case RDLOCK:
        return pthread_rwlock_timedrdlock(&lock, &past);
    default:
        return pthread_rwlock_timedwrlock(&lock, &past);
    }
}

static void body(long index UNUSED)
{
    for (long i = 0; i < bench.operations; i++) {
        int err = wait_once();

        BENCH_CHECK(err == ETIMEDOUT);
    }
}

static void body_of_cond(long index)
{
    pthread_mutex_lock(&mutex);
    body(index);
    pthread_mutex_unlock(&mutex);
}

int main(int argc, char **argv)
{
    static const char *const words[] = {"cond", "sem", "mutex", "rdlock", "wrlock", NULL};

    bench_begin(argc, argv, 5000, (const struct bench_option[]){{"on", &on, 0, 0, words}, {0}});
    BENCH_CHECK(clock_gettime(CLOCK_REALTIME, &past) == 0);
    past.tv_sec--;
    BENCH_CHECK(sem_init(&sem, 0, 0) == 0);
    /* Held by the main thread, which is not the one that waits. */
    if (on == MUTEX)
        BENCH_CHECK(pthread_mutex_lock(&mutex) == 0);
    BENCH_CHECK(pthread_rwlock_wrlock(&lock) == 0);
    bench_threads(1, on == COND ? body_of_cond : body);
    bench_result();
    return bench_end();
}
