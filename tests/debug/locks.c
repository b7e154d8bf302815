/* SPDX-License-Identifier: MIT */
/* Every kind of lock in every state that lasts, for locks.sh to see what a debugger shows of it. */
#include "waiter.h"

#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <threads.h>

typedef pthread_mutex_t program_lock;

static pthread_mutex_t free_mutex = PTHREAD_MUTEX_INITIALIZER, normal = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t with_cond = PTHREAD_MUTEX_INITIALIZER, destroyed, recursive, checking,
                       robust, dead;
static pthread_mutex_t inconsistent, lost, inheriting, ceiling, shared_mutex;
static pthread_mutex_t with_shared = PTHREAD_MUTEX_INITIALIZER;
static program_lock by_another_name = PTHREAD_MUTEX_INITIALIZER;
static mtx_t mtx;
static struct {
    int before;
    pthread_mutex_t lock;
    int after;
} in_struct = {1, PTHREAD_MUTEX_INITIALIZER, 2};
static pthread_cond_t quiet = PTHREAD_COND_INITIALIZER, cond = PTHREAD_COND_INITIALIZER,
                      shared_cond;
static pthread_rwlock_t free_rwlock = PTHREAD_RWLOCK_INITIALIZER,
                        written = PTHREAD_RWLOCK_INITIALIZER;
static pthread_rwlock_t read_by_two = PTHREAD_RWLOCK_INITIALIZER, shared_rwlock;
static sem_t full, empty, shared_sem;
static pthread_barrier_t barrier, passed, shared_barrier;
static pthread_once_t not_called = PTHREAD_ONCE_INIT, done = PTHREAD_ONCE_INIT;
static pthread_once_t running = PTHREAD_ONCE_INIT, contended = PTHREAD_ONCE_INIT;
static pthread_spinlock_t free_spin, held_spin;
/* What nobody posts: its waiters stay where they are. */
static sem_t for_ever;

static void nothing(void) {}

static void never_done(void)
{
    sem_wait(&for_ever);
}

WAITER(lock_normal, pthread_mutex_lock(&normal))
WAITER(lock_robust, pthread_mutex_lock(&robust))
WAITER(lock_inheriting, pthread_mutex_lock(&inheriting))
WAITER(wait_cond, pthread_mutex_lock(&with_cond); pthread_cond_wait(&cond, &with_cond))
/* Where the condition variable is the libc's, so is the wait, and the mutex knows nothing of it. */
WAITER(wait_shared, pthread_mutex_lock(&with_shared); pthread_cond_wait(&shared_cond, &with_shared))
WAITER(read_written, pthread_rwlock_rdlock(&written))
WAITER(write_written, pthread_rwlock_wrlock(&written))
WAITER(write_read, pthread_rwlock_wrlock(&read_by_two))
WAITER(wait_sem, sem_wait(&empty))
WAITER(at_barrier, pthread_barrier_wait(&barrier))
WAITER(call, pthread_once(&running, never_done))
WAITER(call_contended, pthread_once(&contended, never_done))

static void *(*const waiters[])(void *) = {
    lock_normal, lock_normal, lock_robust,  lock_inheriting, wait_cond,      wait_cond,
    wait_cond,   wait_shared, read_written, write_written,   write_read,     wait_sem,
    wait_sem,    at_barrier,  call,         call_contended,  call_contended,
};
#define WAITERS (sizeof waiters / sizeof *waiters)

static void make(pthread_mutex_t *mutex, const pthread_mutexattr_t *attr)
{
    CHECK_EQ(pthread_mutex_init(mutex, attr), 0);
}

static void *die_with(void *mutex)
{
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
    return NULL;
}

static void owner_dies(pthread_mutex_t *mutex, const pthread_mutexattr_t *attr)
{
    pthread_t thread;
    make(mutex, attr);
    CHECK_EQ(pthread_create(&thread, NULL, die_with, mutex), 0);
    CHECK_EQ(pthread_join(thread, NULL), 0);
}

static void make_all(void)
{
    pthread_mutexattr_t attr;
    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE), 0);
    make(&recursive, &attr);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK), 0);
    make(&checking, &attr);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_NORMAL), 0);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_INHERIT), 0);
    make(&inheriting, &attr);
#ifdef NO_CEILINGS
    make(&ceiling, NULL);
#else
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_PROTECT), 0);
    CHECK_EQ(pthread_mutexattr_setprioceiling(&attr, 7), 0);
    make(&ceiling, &attr);
#endif
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_NONE), 0);
    CHECK_EQ(pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST), 0);
    make(&robust, &attr);
    owner_dies(&dead, &attr);
    owner_dies(&lost, &attr);
    CHECK_EQ(pthread_mutex_lock(&lost), EOWNERDEAD);
    CHECK_EQ(pthread_mutex_unlock(&lost), 0);
    owner_dies(&inconsistent, &attr);
    CHECK_EQ(pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_STALLED), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    make(&shared_mutex, &attr);
    make(&destroyed, NULL);
    CHECK_EQ(pthread_mutex_destroy(&destroyed), 0);
    CHECK_EQ(mtx_init(&mtx, mtx_plain), thrd_success);

    pthread_condattr_t cond_attr;
    CHECK_EQ(pthread_condattr_init(&cond_attr), 0);
    CHECK_EQ(pthread_condattr_setpshared(&cond_attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_cond_init(&shared_cond, &cond_attr), 0);
    pthread_rwlockattr_t rwlock_attr;
    CHECK_EQ(pthread_rwlockattr_init(&rwlock_attr), 0);
    CHECK_EQ(pthread_rwlockattr_setpshared(&rwlock_attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_rwlock_init(&shared_rwlock, &rwlock_attr), 0);
    pthread_barrierattr_t barrier_attr;
    CHECK_EQ(pthread_barrierattr_init(&barrier_attr), 0);
    CHECK_EQ(pthread_barrierattr_setpshared(&barrier_attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_barrier_init(&shared_barrier, &barrier_attr, 2), 0);
    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 3), 0);
    CHECK_EQ(pthread_barrier_init(&passed, NULL, 1), 0);
    CHECK_EQ(sem_init(&full, 0, 3), 0);
    CHECK_EQ(sem_init(&empty, 0, 0), 0);
    CHECK_EQ(sem_init(&for_ever, 0, 0), 0);
    CHECK_EQ(sem_init(&shared_sem, 1, 1), 0);
    CHECK_EQ(pthread_spin_init(&free_spin, PTHREAD_PROCESS_PRIVATE), 0);
    CHECK_EQ(pthread_spin_init(&held_spin, PTHREAD_PROCESS_PRIVATE), 0);
}

/* Of the other threads none has this name, so that the debugger is known to find the right one. */
static void *worker(void *tid)
{
    CHECK_EQ(pthread_setname_np(pthread_self(), "worker"), 0);
    for (int i = 0; i < 3; i++)
        CHECK_EQ(pthread_mutex_lock(&recursive), 0);
    pthread_mutex_t *const held[] = {&normal, &checking, &robust, &inheriting, &shared_mutex};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++)
        CHECK_EQ(pthread_mutex_lock(held[i]), 0);
    CHECK_EQ(pthread_mutex_lock(&inconsistent), EOWNERDEAD);
    CHECK_EQ(pthread_rwlock_wrlock(&written), 0);
    for (int i = 0; i < 2; i++)
        CHECK_EQ(pthread_rwlock_rdlock(&read_by_two), 0);
    CHECK_EQ(pthread_spin_lock(&held_spin), 0);
    CHECK_EQ(pthread_once(&done, nothing), 0);
    CHECK_EQ(pthread_barrier_wait(&passed), PTHREAD_BARRIER_SERIAL_THREAD);
    atomic_store((_Atomic pid_t *)tid, test_gettid());
    sem_wait(&for_ever);
    return tid;
}

__attribute__((noinline)) void all_wait(pthread_mutex_t *pointer)
{
    __asm__ volatile("" ::"r"(pointer));
}

int main(void)
{
    make_all();
    start_waiter(worker);
    for (size_t i = 0; i < WAITERS; i++)
        start_waiter(waiters[i]);
    /* What the debugger is to look at must not be left out. */
    volatile void *volatile kept[] = {&free_mutex, &by_another_name, &in_struct,  &quiet,
                                      &mtx,        &free_rwlock,     &not_called, &free_spin};
    all_wait((pthread_mutex_t *)kept[0]);
    return 0;
}
