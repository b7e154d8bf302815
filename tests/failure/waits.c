/* SPDX-License-Identifier: MIT */
/*
 * Waits of every kind that a time ends, and semaphores between processes: for the sandboxes. The
 * arguments are those of refused.h.
 */
#include "refused.h"
#include "shared.h"

static pthread_mutex_t mutex;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static sem_t sem;
static struct gate timed_out, go;

static struct timespec soon(clockid_t clock)
{
    return now_plus_ms(clock, 2);
}

static struct timespec far(clockid_t clock)
{
    return now_plus_ms(clock, TEST_BOUND_MS);
}

/* Main holds the mutex, and gives it up when this has timed out. */
static void *lock_mutex(void *arg)
{
    struct timespec until = soon(CLOCK_REALTIME);

    CHECK_EQ(pthread_mutex_timedlock(&mutex, &until), ETIMEDOUT);
    until = soon(CLOCK_MONOTONIC);
    CHECK_EQ(pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &until), ETIMEDOUT);
    gate_open(&timed_out);
    until = far(CLOCK_REALTIME);
    CHECK_EQ(pthread_mutex_timedlock(&mutex, &until), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    until = far(CLOCK_MONOTONIC);
    CHECK_EQ(pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &until), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

static void mutexes(int type, int protocol, int robust)
{
    pthread_mutexattr_t attr;
    pthread_t thread;
    int error;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, type), 0);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, protocol), 0);
    CHECK_EQ(pthread_mutexattr_setrobust(&attr, robust), 0);
    error = pthread_mutex_init(&mutex, &attr);
    if (error == ENOTSUP && robust == PTHREAD_MUTEX_ROBUST)
        return; /* the kernel has no robust lists, or may not be asked */
    CHECK_EQ(error, 0);
    STORE(&timed_out.count, 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    thread = test_start(lock_mutex, &mutex);
    gate_wait(&timed_out);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK(test_finish(thread) == &mutex);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
}

/* Main writes. */
static void *lock_rwlock(void *arg)
{
    struct timespec until = soon(CLOCK_REALTIME);

    CHECK_EQ(pthread_rwlock_timedrdlock(&rwlock, &until), ETIMEDOUT);
    CHECK_EQ(pthread_rwlock_timedwrlock(&rwlock, &until), ETIMEDOUT);
    until = soon(CLOCK_MONOTONIC);
    CHECK_EQ(pthread_rwlock_clockrdlock(&rwlock, CLOCK_MONOTONIC, &until), ETIMEDOUT);
    CHECK_EQ(pthread_rwlock_clockwrlock(&rwlock, CLOCK_MONOTONIC, &until), ETIMEDOUT);
    gate_open(&timed_out);
    until = far(CLOCK_REALTIME);
    CHECK_EQ(pthread_rwlock_timedwrlock(&rwlock, &until), 0);
    CHECK_EQ(pthread_rwlock_unlock(&rwlock), 0);
    CHECK_EQ(pthread_rwlock_timedrdlock(&rwlock, &until), 0);
    CHECK_EQ(pthread_rwlock_unlock(&rwlock), 0);
    return arg;
}

static void rwlocks(void)
{
    pthread_t thread;

    STORE(&timed_out.count, 0);
    CHECK_EQ(pthread_rwlock_wrlock(&rwlock), 0);
    thread = test_start(lock_rwlock, &rwlock);
    gate_wait(&timed_out);
    CHECK_EQ(pthread_rwlock_unlock(&rwlock), 0);
    CHECK(test_finish(thread) == &rwlock);
}

/* A wait with no time left, or in vain, is as long as it should be: here only that it ends. */
static void conditions(void)
{
    struct timespec until = soon(CLOCK_REALTIME);

    CHECK_EQ(pthread_mutex_init(&mutex, NULL), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    while (pthread_cond_timedwait(&cond, &mutex, &until) != ETIMEDOUT)
        ;
    until = soon(CLOCK_MONOTONIC);
    while (pthread_cond_clockwait(&cond, &mutex, CLOCK_MONOTONIC, &until) != ETIMEDOUT)
        ;
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
}

static void semaphores(void)
{
    struct timespec until = soon(CLOCK_REALTIME);

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    CHECK_FAILS(sem_timedwait(&sem, &until), ETIMEDOUT);
    until = soon(CLOCK_MONOTONIC);
    CHECK_FAILS(sem_clockwait(&sem, CLOCK_MONOTONIC, &until), ETIMEDOUT);
    CHECK_EQ(sem_destroy(&sem), 0);
}

static void *live(void *arg)
{
    gate_wait(&go);
    return arg;
}

static void joins(void)
{
    struct timespec until = soon(CLOCK_REALTIME);
    pthread_t thread = test_start(live, &go);
    void *result;

    CHECK_EQ(pthread_tryjoin_np(thread, &result), EBUSY);
    CHECK_EQ(pthread_timedjoin_np(thread, &result, &until), ETIMEDOUT);
    until = soon(CLOCK_MONOTONIC);
    CHECK_EQ(pthread_clockjoin_np(thread, &result, CLOCK_MONOTONIC, &until), ETIMEDOUT);
    gate_open(&go);
    until = far(CLOCK_REALTIME);
    CHECK_EQ(pthread_timedjoin_np(thread, &result, &until), 0);
    CHECK(result == &go);
}

/* ---- Between processes ---- */

static void answer(void *sems)
{
    sem_t *s = sems;

    CHECK_EQ(sem_wait(&s[0]), 0);
    CHECK_EQ(sem_post(&s[1]), 0);
}

static void shared_semaphores(void)
{
    struct timespec until = far(CLOCK_REALTIME);
    sem_t *s = test_map_shared();
    long pid;

    CHECK_EQ(sem_init(&s[0], 1, 0), 0);
    CHECK_EQ(sem_init(&s[1], 1, 0), 0);
    pid = test_child(answer, s);
    CHECK_EQ(sem_post(&s[0]), 0);
    CHECK_EQ(sem_timedwait(&s[1], &until), 0);
    test_wait(pid);
}

static void post_named(void *name)
{
    sem_t *s = sem_open(name, 0);

    CHECK(s != SEM_FAILED);
    CHECK_EQ(sem_post(s), 0);
    CHECK_EQ(sem_close(s), 0);
}

static void named_semaphores(void)
{
    struct timespec until = far(CLOCK_REALTIME);
    struct test_name name = test_name("waits");
    sem_t *s = sem_open(name.text, O_CREAT | O_EXCL, 0600, 0);

    if (s == SEM_FAILED && refused)
        return;
    CHECK(s != SEM_FAILED);
    long pid = test_child(post_named, name.text);
    CHECK_EQ(sem_timedwait(s, &until), 0);
    test_wait(pid);
    CHECK_EQ(sem_close(s), 0);
    CHECK_EQ(sem_unlink(name.text), 0);
    CHECK_OPEN_FAILS(sem_open(name.text, 0), ENOENT);
}

int main(int argc, char **argv)
{
    refused_begin(argc, argv);
    mutexes(PTHREAD_MUTEX_NORMAL, PTHREAD_PRIO_NONE, PTHREAD_MUTEX_STALLED);
    mutexes(PTHREAD_MUTEX_RECURSIVE, PTHREAD_PRIO_NONE, PTHREAD_MUTEX_STALLED);
    mutexes(PTHREAD_MUTEX_ERRORCHECK, PTHREAD_PRIO_INHERIT, PTHREAD_MUTEX_STALLED);
    mutexes(PTHREAD_MUTEX_NORMAL, PTHREAD_PRIO_NONE, PTHREAD_MUTEX_ROBUST);
    mutexes(PTHREAD_MUTEX_NORMAL, PTHREAD_PRIO_INHERIT, PTHREAD_MUTEX_ROBUST);
    rwlocks();
    conditions();
    semaphores();
    joins();
    shared_semaphores();
    named_semaphores();
    return 0;
}
