/* SPDX-License-Identifier: MIT */
/*
 * For race detectors: threads that write what locks, a condition variable, a semaphore and joins
 * order. Built with RACE, they also write one variable, racy, that nothing orders.
 */
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

#define THREADS 4
#define TURNS   50

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static sem_t semaphore;
static int by_mutex, by_rwlock, by_semaphore, arrived;
#ifdef RACE
static int racy;
#endif

static void *work(void *arg)
{
    int *mine = arg;
    for (int i = 0; i < TURNS; i++) {
        pthread_mutex_lock(&mutex);
        by_mutex++;
        pthread_mutex_unlock(&mutex);
        pthread_rwlock_wrlock(&rwlock);
        by_rwlock++;
        pthread_rwlock_unlock(&rwlock);
        sem_wait(&semaphore);
        by_semaphore++;
        sem_post(&semaphore);
    }
    pthread_mutex_lock(&mutex);
    arrived++;
    pthread_cond_broadcast(&changed);
    while (arrived < THREADS)
        pthread_cond_wait(&changed, &mutex);
    pthread_mutex_unlock(&mutex);
#ifdef RACE
    racy++;
#endif
    ++*mine;
    return NULL;
}

int main(void)
{
    pthread_t threads[THREADS];
    int each[THREADS] = {0}, sum = 0;
    sem_init(&semaphore, 0, 1);
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, work, &each[i]) != 0)
            return 1;
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        sum += each[i];
    }
    if (sum != THREADS || by_mutex != THREADS * TURNS || by_rwlock != by_mutex ||
        by_semaphore != by_mutex)
        return 1;
    puts("done");
    return 0;
}
