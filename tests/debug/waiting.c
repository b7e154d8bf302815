/* SPDX-License-Identifier: MIT */
/* Threads wait, each by another function, whose name waiting.sh looks for in their backtraces. */
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <threads.h>
#include <time.h>

#include "test.h"

static pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER, free_one = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_barrier_t barrier;
static sem_t sem;
static mtx_t mtx;
static pthread_t initial;
static struct timespec far_off;

#define WAITER(name, call)                                                                         \
    static void *name(void *tid)                                                                   \
    {                                                                                              \
        atomic_store((_Atomic pid_t *)tid, test_gettid());                                         \
        call;                                                                                      \
        return tid;                                                                                \
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

static void *(*const waiters[])(void *) = {
    mutex,  timed_mutex,  c11_mutex,  condition, timed_condition, reader,
    writer, timed_writer, at_barrier, semaphore, timed_semaphore, joiner,
};
#define WAITERS (sizeof waiters / sizeof *waiters)

__attribute__((noinline)) void all_wait(void)
{
    __asm__ volatile("");
}

int main(void)
{
    static _Atomic pid_t tids[WAITERS];
    initial = pthread_self();
    CHECK_EQ(clock_gettime(CLOCK_REALTIME, &far_off), 0);
    far_off.tv_sec += 100000;
    CHECK_EQ(pthread_mutex_lock(&held), 0);
    CHECK_EQ(mtx_init(&mtx, mtx_plain), thrd_success);
    CHECK_EQ(mtx_lock(&mtx), thrd_success);
    CHECK_EQ(pthread_rwlock_wrlock(&rwlock), 0);
    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 2), 0);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (size_t i = 0; i < WAITERS; i++) {
        pthread_t thread;
        CHECK_EQ(pthread_create(&thread, NULL, waiters[i], &tids[i]), 0);
        WAIT_UNTIL(tids[i] != 0);
        wait_until_blocked(tids[i]);
    }
    all_wait();
    return 0;
}
