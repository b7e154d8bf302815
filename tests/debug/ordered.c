/* SPDX-License-Identifier: MIT */
/*
 * For race detectors: threads that write what barriers, spin locks, pthread_once, read locks, the end of a
 * detached thread and of a cancelled one order; one generation of threads after the other.
 */
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>

#define THREADS     4
#define GENERATIONS 3

static pthread_barrier_t barrier;
static pthread_spinlock_t spin;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_key_t key;
static sem_t arrived, never;
static _Thread_local int own;
static int before_barrier[THREADS], by_spin, by_once, by_rwlock, by_detached, by_cancelled;

static void first(void)
{
    by_once++;
}

static void *work(void *arg)
{
    int *mine = arg, sum = 0;
    pthread_once(&once, first);
    pthread_setspecific(key, malloc(100));
    own++;
    *mine = 1;
    pthread_barrier_wait(&barrier);
    for (int i = 0; i < THREADS; i++)
        sum += before_barrier[i];
    pthread_spin_lock(&spin);
    by_spin += sum;
    pthread_spin_unlock(&spin);
    pthread_rwlock_rdlock(&rwlock);
    sum = by_rwlock;
    pthread_rwlock_unlock(&rwlock);
    pthread_rwlock_wrlock(&rwlock);
    by_rwlock++;
    pthread_rwlock_unlock(&rwlock);
    return sum < 0 ? NULL : mine;
}

static void *detached(void *arg)
{
    by_detached = by_once;
    sem_post(&arrived);
    return arg;
}

static void *cancelled(void *arg)
{
    by_cancelled = by_once;
    sem_post(&arrived);
    sem_wait(&never);
    return arg;
}

int main(void)
{
    pthread_t threads[THREADS], thread;
    pthread_attr_t attr;
    void *value;
    pthread_barrier_init(&barrier, NULL, THREADS);
    pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE);
    pthread_key_create(&key, free);
    sem_init(&arrived, 0, 0);
    sem_init(&never, 0, 0);
    for (int g = 0; g < GENERATIONS; g++) {
        for (int i = 0; i < THREADS; i++)
            if (pthread_create(&threads[i], NULL, work, &before_barrier[i]) != 0)
                return 1;
        for (int i = 0; i < THREADS; i++)
            pthread_join(threads[i], NULL);
    }
    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    if (pthread_create(&thread, &attr, detached, NULL) != 0)
        return 1;
    pthread_attr_destroy(&attr);
    sem_wait(&arrived);
    if (pthread_create(&thread, NULL, cancelled, NULL) != 0)
        return 1;
    sem_wait(&arrived);
    pthread_cancel(thread);
    pthread_join(thread, &value);
    if (by_spin != GENERATIONS * THREADS * THREADS || by_rwlock != GENERATIONS * THREADS ||
        by_detached != 1 || by_cancelled != 1 || value != PTHREAD_CANCELED || own != 0)
        return 1;
    puts("done");
    return 0;
}
