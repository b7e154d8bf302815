/* SPDX-License-Identifier: MIT */
/*
 * locks KIND: plain data that the lock of this kind protects, under ThreadSanitizer. It knows
 * nothing of our locks but the atomic operations that they are made of, and reports data whose
 * accesses these do not order. The memory of an object is written to as soon as it has been
 * destroyed.
 */
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/lock.h"

enum { THREADS = 3, ROUNDS = 3000 };

#define MUST(call)                                                                                 \
    do {                                                                                           \
        int err_ = (call);                                                                         \
        if (err_) {                                                                                \
            fprintf(stderr, "%s:%d: %s: %s\n", __FILE__, __LINE__, #call, strerror(err_));         \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

static long data[THREADS + 1];

/* Threads are glibc's: their creation and end are known to the sanitizer. */
static void run(void *(*body)(void *))
{
    pthread_t threads[THREADS];
    for (long i = 0; i < THREADS; i++)
        MUST(pthread_create(&threads[i], NULL, body, (void *)i));
    for (int i = 0; i < THREADS; i++)
        MUST(pthread_join(threads[i], NULL));
}

static void expect(long value, long wanted)
{
    if (value != wanted) {
        fprintf(stderr, "%ld instead of %ld\n", value, wanted);
        exit(1);
    }
}

static struct timespec soon(long i)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    t.tv_nsec += i % 50 * 1000;
    if (t.tv_nsec >= 1000000000) {
        t.tv_nsec -= 1000000000;
        t.tv_sec++;
    }
    return t;
}

/* ---- Mutexes of each type, and the robust protocol ---- */

static pthread_mutex_t mutex;

static void *use_mutex(void *arg)
{
    (void)arg;
    for (long i = 0; i < ROUNDS; i++) {
        struct timespec until = soon(i);
        int err = i % 3 == 0   ? pthread_mutex_timedlock(&mutex, &until)
                  : i % 3 == 1 ? pthread_mutex_trylock(&mutex)
                               : pthread_mutex_lock(&mutex);
        if (err == ETIMEDOUT || err == EBUSY)
            err = pthread_mutex_lock(&mutex);
        MUST(err);
        data[0]++;
        MUST(pthread_mutex_unlock(&mutex));
    }
    return NULL;
}

static void test_mutex(void)
{
    static const int types[] = {PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_RECURSIVE,
                                PTHREAD_MUTEX_ERRORCHECK};
    for (int robust = 0; robust < 2; robust++) {
        for (int i = 0; i < 3; i++) {
            pthread_mutexattr_t attr;
            MUST(pthread_mutexattr_init(&attr));
            MUST(pthread_mutexattr_settype(&attr, types[i]));
            MUST(pthread_mutexattr_setrobust(&attr, robust ? PTHREAD_MUTEX_ROBUST
                                                           : PTHREAD_MUTEX_STALLED));
            MUST(pthread_mutex_init(&mutex, &attr));
            data[0] = 0;
            run(use_mutex);
            expect(data[0], (long)THREADS * ROUNDS);
        }
    }
}

/* ---- Condition variables ---- */

static pthread_cond_t cond;
static int phase;

/* Where it is permitted, some wait with a real-time priority. */
static void odd_ones_are_ranked(long me)
{
    struct sched_param param = {.sched_priority = 1};
    if (me % 2)
        pthread_setschedparam(pthread_self(), SCHED_RR, &param);
}

/* The first waits for the others, with times that run out, too; they hand a token round. */
static void *use_cond(void *arg)
{
    long me = (long)arg;
    odd_ones_are_ranked(me);
    for (long i = 0; i < ROUNDS / 10; i++) {
        MUST(pthread_mutex_lock(&mutex));
        while (data[0] % THREADS != me) {
            struct timespec until = soon(i);
            int err = i % 2 ? pthread_cond_wait(&cond, &mutex)
                            : pthread_cond_timedwait(&cond, &mutex, &until);
            if (err != ETIMEDOUT)
                MUST(err);
        }
        data[0]++;
        MUST(pthread_cond_broadcast(&cond));
        MUST(pthread_mutex_unlock(&mutex));
    }
    return NULL;
}

static void *destroy_cond(void *arg)
{
    odd_ones_are_ranked((long)arg);
    MUST(pthread_mutex_lock(&mutex));
    phase++;
    if (arg) {
        while (phase < THREADS)
            MUST(pthread_cond_wait(&cond, &mutex));
        MUST(pthread_mutex_unlock(&mutex));
        return NULL;
    }
    while (phase < THREADS) {
        MUST(pthread_mutex_unlock(&mutex));
        MUST(pthread_mutex_lock(&mutex));
    }
    MUST(pthread_cond_broadcast(&cond));
    MUST(pthread_mutex_unlock(&mutex));
    MUST(pthread_cond_destroy(&cond));
    memset(&cond, 0, sizeof cond);
    return NULL;
}

static void test_condition(void)
{
    MUST(pthread_mutex_init(&mutex, NULL));
    MUST(pthread_cond_init(&cond, NULL));
    run(use_cond);
    expect(data[0], (long)THREADS * (ROUNDS / 10));
    for (int i = 0; i < 200; i++) {
        phase = 0;
        run(destroy_cond);
    }
}

/* ---- Read-write locks ---- */

static pthread_rwlock_t rwlock;

static void *use_rwlock(void *arg)
{
    long me = (long)arg;
    for (long i = 0; i < ROUNDS; i++) {
        struct timespec until = soon(i);
        int write = (i + me) % 3 == 0;
        int err = i % 2   ? ETIMEDOUT
                  : write ? pthread_rwlock_timedwrlock(&rwlock, &until)
                          : pthread_rwlock_timedrdlock(&rwlock, &until);
        if (err == ETIMEDOUT)
            err = write ? pthread_rwlock_wrlock(&rwlock) : pthread_rwlock_rdlock(&rwlock);
        MUST(err);
        if (write)
            data[0]++;
        else if (data[0] < 0)
            exit(1);
        MUST(pthread_rwlock_unlock(&rwlock));
    }
    return NULL;
}

static void test_rwlock(void)
{
    MUST(pthread_rwlock_init(&rwlock, NULL));
    run(use_rwlock);
    expect(data[0], (long)THREADS * ROUNDS / 3);
}

/* ---- Semaphores ---- */

static sem_t sem;

static void *use_semaphore(void *arg)
{
    (void)arg;
    for (long i = 0; i < ROUNDS; i++) {
        struct timespec until = soon(i);
        if (i % 2 == 0 || sem_timedwait(&sem, &until) != 0)
            MUST(sem_wait(&sem));
        data[0]++;
        MUST(sem_post(&sem));
    }
    return NULL;
}

static void test_semaphore(void)
{
    MUST(sem_init(&sem, 0, 1));
    run(use_semaphore);
    expect(data[0], (long)THREADS * ROUNDS);
}

/* ---- Barriers ---- */

static pthread_barrier_t barrier;

static void *use_barrier(void *arg)
{
    long me = (long)arg;
    for (long i = 1; i <= 20; i++) {
        data[me] = i;
        pthread_barrier_wait(&barrier);
        for (int n = 0; n < THREADS; n++)
            expect(data[n], i);
        int last = pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD;
        if (i == 20 && last) {
            MUST(pthread_barrier_destroy(&barrier));
            memset(&barrier, 0, sizeof barrier);
        }
    }
    return NULL;
}

static void test_barrier(void)
{
    for (int i = 0; i < 100; i++) {
        MUST(pthread_barrier_init(&barrier, NULL, THREADS));
        run(use_barrier);
    }
}

/* ---- Once ---- */

static pthread_once_t once;

static void routine(void)
{
    data[0]++;
}

static void *use_once(void *arg)
{
    (void)arg;
    MUST(pthread_once(&once, routine));
    expect(data[0], 1);
    return NULL;
}

static void test_once(void)
{
    for (int i = 0; i < 300; i++) {
        static const pthread_once_t fresh = PTHREAD_ONCE_INIT;
        once = fresh;
        data[0] = 0;
        run(use_once);
    }
}

/* ---- The engine's own lock ---- */

static _Atomic uint32_t lock;

static void *use_lock(void *arg)
{
    (void)arg;
    for (long i = 0; i < ROUNDS; i++) {
        lock_acquire(&lock);
        data[0]++;
        lock_release(&lock);
    }
    return NULL;
}

static void test_lock(void)
{
    run(use_lock);
    expect(data[0], (long)THREADS * ROUNDS);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*test)(void);
    } tests[] = {{"mutex", test_mutex},     {"condition", test_condition},
                 {"rwlock", test_rwlock},   {"semaphore", test_semaphore},
                 {"barrier", test_barrier}, {"once", test_once},
                 {"lock", test_lock}};
    for (size_t i = 0; argc == 2 && i < sizeof tests / sizeof *tests; i++) {
        if (strcmp(argv[1], tests[i].name) == 0) {
            tests[i].test();
            return 0;
        }
    }
    fprintf(stderr, "usage: %s mutex|condition|rwlock|semaphore|barrier|once|lock\n", argv[0]);
    return 2;
}
