/* SPDX-License-Identifier: MIT */
/* Threads wait, each by another function, whose name waiting.sh looks for in their backtraces. */
#include <pthread.h>
#include <semaphore.h>
#include <threads.h>
#include <time.h>

#include "waiter.h"

static pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER, free_one = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t recursive, robust, inheriting, ceiling;
static pthread_once_t once_control = PTHREAD_ONCE_INIT;
static once_flag flag = ONCE_FLAG_INIT;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_barrier_t barrier;
static sem_t sem;
static mtx_t mtx;
static pthread_t initial;
static struct timespec far_off;

static void never_done(void)
{
    pthread_mutex_lock(&held);
}

WAITER(mutex, pthread_mutex_lock(&held))
WAITER(timed_mutex, pthread_mutex_timedlock(&held, &far_off))
WAITER(c11_mutex, mtx_lock(&mtx))
WAITER(condition, pthread_mutex_lock(&free_one); pthread_cond_wait(&cond, &free_one))
WAITER(timed_condition, pthread_mutex_lock(&free_one);
       pthread_cond_timedwait(&cond, &free_one, &far_off))
WAITER(reader, pthread_rwlock_rdlock(&rwlock))
WAITER(writer, pthread_rwlock_wrlock(&rwlock))
WAITER(timed_writer, pthread_rwlock_timedwrlock(&rwlock, &far_off))
WAITER(at_barrier, pthread_barrier_wait(&barrier))
WAITER(semaphore, sem_wait(&sem))
WAITER(timed_semaphore, sem_timedwait(&sem, &far_off))
WAITER(joiner, pthread_join(initial, NULL))
WAITER(recursive_mutex, pthread_mutex_lock(&recursive))
WAITER(robust_mutex, pthread_mutex_lock(&robust))
WAITER(inheriting_mutex, pthread_mutex_lock(&inheriting))
WAITER(ceiling_mutex, pthread_mutex_lock(&ceiling))
WAITER(runner_of_once, pthread_once(&once_control, never_done))
WAITER(once, pthread_once(&once_control, never_done))
WAITER(c11_once, call_once(&flag, never_done))

static void *(*const waiters[])(void *) = {
    mutex,         timed_mutex, c11_mutex,       recursive_mutex, robust_mutex,   inheriting_mutex,
    ceiling_mutex, condition,   timed_condition, reader,          writer,         timed_writer,
    at_barrier,    semaphore,   timed_semaphore, joiner,          runner_of_once, once,
    c11_once,
};
#define WAITERS (sizeof waiters / sizeof *waiters)

__attribute__((noinline)) void all_wait(void)
{
    __asm__ volatile("");
}

static void make_held(pthread_mutex_t *mutex, const pthread_mutexattr_t *attr)
{
    CHECK_EQ(pthread_mutex_init(mutex, attr), 0);
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
}

static void hold_every_kind(void)
{
    pthread_mutexattr_t attr;
    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE), 0);
    make_held(&recursive, &attr);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_INHERIT), 0);
    make_held(&inheriting, &attr);
    /* The ceiling makes its owner a real-time thread, which not everybody may have. */
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_PROTECT), 0);
    CHECK_EQ(pthread_mutex_init(&ceiling, &attr), 0);
    if (pthread_mutex_lock(&ceiling) != 0)
        make_held(&ceiling, NULL);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_NONE), 0);
    CHECK_EQ(pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST), 0);
    make_held(&robust, &attr);
}

int main(void)
{
    initial = pthread_self();
    CHECK_EQ(clock_gettime(CLOCK_REALTIME, &far_off), 0);
    far_off.tv_sec += 100000;
    CHECK_EQ(pthread_mutex_lock(&held), 0);
    hold_every_kind();
    CHECK_EQ(mtx_init(&mtx, mtx_plain), thrd_success);
    CHECK_EQ(mtx_lock(&mtx), thrd_success);
    CHECK_EQ(pthread_rwlock_wrlock(&rwlock), 0);
    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 2), 0);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (size_t i = 0; i < WAITERS; i++)
        start_waiter(waiters[i]);
    all_wait();
    return 0;
}
