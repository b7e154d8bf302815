/* SPDX-License-Identifier: MIT */
/*
 * What a thread library must do, from create to exit: for the sandboxes, in which it is run. The
 * arguments are those of refused.h.
 */
#include "refused.h"

#include <semaphore.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static pthread_barrier_t barrier;
static sem_t sem;
static struct gate up, go;
static int destroyed, turn;

static void destroy(void *value)
{
    CHECK(value != NULL);
    ADD(&destroyed, 1);
}

static void make_key(void)
{
    CHECK_EQ(pthread_key_create(&key, destroy), 0);
}

static void *routine(void *arg)
{
    volatile char deep[200 << 10];

    for (size_t i = 0; i < sizeof deep; i += 1024)
        deep[i] = 1;
    CHECK_EQ(pthread_once(&once, make_key), 0);
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

/* Threads that live are not taken for dead, whatever went back to the kernel before. */
static void create_and_join(size_t stack, int detached)
{
    pthread_attr_t attr;
    pthread_t thread[3];

    STORE(&up.count, 0);
    STORE(&go.count, 0);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, stack), 0);
    CHECK_EQ(pthread_attr_setguardsize(&attr, 8192), 0);
    for (int i = 0; i < 3; i++)
        CHECK_EQ(pthread_create(&thread[i], &attr, routine, &mutex), 0);
    gate_wait_for(&up, 3);
    for (int i = 0; i < 3; i++)
        CHECK_EQ(pthread_kill(thread[i], 0), 0);
    if (detached)
        CHECK_EQ(pthread_detach(thread[2]), 0);
    gate_open(&go);
    for (int i = 0; i < 3 - detached; i++)
        CHECK(test_finish(thread[i]) == &mutex);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
}

static void *sleeps(void *arg)
{
    gate_open(&up);
    for (;;)
        CHECK_EQ(pthread_join(*(pthread_t *)arg, NULL), 0);
}

static void cancel(void)
{
    static pthread_t self;
    pthread_t thread;

    self = pthread_self();
    STORE(&up.count, 0);
    thread = test_start(sleeps, &self);
    gate_wait(&up);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
}

static void *answers(void *arg)
{
    struct timespec until;

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    turn = 1;
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_rwlock_rdlock(&rwlock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&rwlock), 0);
    until = now_plus_ms(CLOCK_REALTIME, 60000);
    CHECK_EQ(sem_timedwait(&sem, &until), 0);
    pthread_barrier_wait(&barrier);
    return arg;
}

static void waits(void)
{
    struct timespec past = now_plus_ms(CLOCK_REALTIME, 2);
    pthread_t thread;

    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 2), 0);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    CHECK_EQ(pthread_rwlock_wrlock(&rwlock), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &past), ETIMEDOUT);
    thread = test_start(answers, &mutex);
    while (!turn)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_rwlock_unlock(&rwlock), 0);
    CHECK_EQ(sem_post(&sem), 0);
    pthread_barrier_wait(&barrier);
    CHECK(test_finish(thread) == &mutex);
}

static void *dies_with(void *lock)
{
    CHECK_EQ(pthread_mutex_lock(lock), 0);
    return lock;
}

static void mutexes(void)
{
    pthread_mutexattr_t attr;
    pthread_mutex_t lock;
    int error;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_INHERIT), 0);
    CHECK_EQ(pthread_mutex_init(&lock, &attr), 0);
    CHECK_EQ(pthread_mutex_lock(&lock), 0);
    CHECK_EQ(pthread_mutex_unlock(&lock), 0);
    CHECK_EQ(pthread_mutex_destroy(&lock), 0);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_NONE), 0);
    CHECK_EQ(pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST), 0);
    error = pthread_mutex_init(&lock, &attr);
    CHECK(error == 0 || error == ENOTSUP);
    if (error == 0 && !refused) {
        CHECK(test_finish(test_start(dies_with, &lock)) == &lock);
        CHECK_EQ(pthread_mutex_lock(&lock), EOWNERDEAD);
        CHECK_EQ(pthread_mutex_consistent(&lock), 0);
        CHECK_EQ(pthread_mutex_unlock(&lock), 0);
    }
}

int main(int argc, char **argv)
{
    static const size_t sizes[] = {64 << 20, 256 << 10, 1 << 20, 3 << 20, 12 << 20, 256 << 10};
    pthread_t thread;

    refused_begin(argc, argv);
    for (size_t i = 0; i < 2 * sizeof sizes / sizeof sizes[0]; i++)
        create_and_join(sizes[i % (sizeof sizes / sizeof sizes[0])], i % 2);
    CHECK(LOAD(&destroyed) > 0);
    cancel();
    waits();
    mutexes();

    STORE(&go.count, 1);
    long child = test_fork();
    CHECK(child >= 0);
    if (child == 0) {
        create_and_join(512 << 10, 0);
        test_exit(0);
    }
    int status = -1;
    CHECK_EQ(TEST_SYS4(wait4, child, &status, 0, 0), child);
    CHECK_EQ(status, 0);

    STORE(&up.count, 0);
    STORE(&go.count, 0);
    thread = test_start(routine, NULL);
    CHECK_EQ(pthread_detach(thread), 0);
    gate_wait(&up);
    gate_open(&go);
    pthread_exit(NULL); /* the last thread ends the program with 0 */
}
