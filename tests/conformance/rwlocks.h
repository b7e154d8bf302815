/* SPDX-License-Identifier: MIT */
/* For the tests of read-write locks. */
#ifndef RWLOCKS_H
#define RWLOCKS_H

#include "waiter.h"

/* Calls for a waiter; those in _once unlock it again. */
static inline int call_rdlock(void *lock)
{
    return pthread_rwlock_rdlock(lock);
}

static inline int call_wrlock(void *lock)
{
    return pthread_rwlock_wrlock(lock);
}

static inline int call_tryrdlock(void *lock)
{
    return pthread_rwlock_tryrdlock(lock);
}

static inline int call_trywrlock(void *lock)
{
    return pthread_rwlock_trywrlock(lock);
}

static inline int unlock_if(int error, void *lock)
{
    if (error == 0)
        CHECK_EQ(pthread_rwlock_unlock(lock), 0);
    return error;
}

static inline int rdlock_once(void *lock)
{
    return unlock_if(pthread_rwlock_rdlock(lock), lock);
}

static inline int tryrdlock_once(void *lock)
{
    return unlock_if(pthread_rwlock_tryrdlock(lock), lock);
}

static inline int wrlock_once(void *lock)
{
    return unlock_if(pthread_rwlock_wrlock(lock), lock);
}

/* The two timed calls, as one. */
static inline int timed_lock(pthread_rwlock_t *lock, int write, const struct timespec *end)
{
    return write ? pthread_rwlock_timedwrlock(lock, end) : pthread_rwlock_timedrdlock(lock, end);
}

/* The same for a waiter. */
static struct timespec timed_end UNUSED;

static inline int timedrdlock_once(void *lock)
{
    return unlock_if(pthread_rwlock_timedrdlock(lock, &timed_end), lock);
}

static inline int timedwrlock_once(void *lock)
{
    return unlock_if(pthread_rwlock_timedwrlock(lock, &timed_end), lock);
}

/* A call that waits until timed_end on this clock, for a lock that the caller has and unlocks. */
static inline void check_until(pthread_rwlock_t *lock, int (*call)(void *), clockid_t clock)
{
    struct waiter waiter;

    timed_end = now_plus_ms(clock, 20);
    CHECK_EQ(elsewhere(call, lock), ETIMEDOUT);
    CHECK(test_now_ns(clock) >= test_ns(timed_end));
    timed_end = now_plus_ms(clock, -1000);
    CHECK_EQ(elsewhere(call, lock), ETIMEDOUT);
    timed_end = now_plus_ms(clock, TEST_BOUND_MS);
    timed_end.tv_nsec = 1000000000;
    CHECK_EQ(elsewhere(call, lock), EINVAL);
    timed_end.tv_nsec = -1;
    CHECK_EQ(elsewhere(call, lock), EINVAL);
    timed_end = now_plus_ms(clock, TEST_BOUND_MS);
    waiter_block(&waiter, call, lock);
    CHECK_EQ(pthread_rwlock_unlock(lock), 0);
    CHECK_EQ(waiter_result(&waiter), 0);
}

/* The two calls with a clock. Not every libc has them: a test names the one that it is of. */
typedef int (*clocked_call)(pthread_rwlock_t *, clockid_t, const struct timespec *);

static const clockid_t lock_clocks[] UNUSED = {CLOCK_REALTIME, CLOCK_MONOTONIC};
static clocked_call timed_call UNUSED;
static clockid_t timed_clock UNUSED;

static inline int clocked_once(void *lock)
{
    return unlock_if(timed_call(lock, timed_clock, &timed_end), lock);
}

/* As check_until, on both clocks; a free lock is taken whatever the time; EINVAL for other clocks.
 */
static inline void check_clocks(clocked_call call)
{
    static const clockid_t wrong[] = {2 /* CLOCK_PROCESS_CPUTIME_ID */, 12345};
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    timed_call = call;
    for (int i = 0; i < 2; i++) {
        timed_clock = lock_clocks[i];
        timed_end = now_plus_ms(timed_clock, -1000);
        CHECK_EQ(clocked_once(&lock), 0);
        CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
        check_until(&lock, clocked_once, timed_clock);
    }
    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    for (int i = 0; i < 2; i++) {
        timed_clock = wrong[i];
        timed_end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
        CHECK_EQ(elsewhere(clocked_once, &lock), EINVAL);
    }
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
}

/* EDEADLK for the owner of the write lock, who owns it still. */
static inline void check_clocks_deadlock(clocked_call call)
{
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    for (int i = 0; i < 2; i++) {
        struct timespec end = now_plus_ms(lock_clocks[i], TEST_BOUND_MS);

        CHECK_EQ(call(&lock, lock_clocks[i], &end), EDEADLK);
        CHECK_EQ(elsewhere(call_tryrdlock, &lock), EBUSY);
    }
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(elsewhere(wrlock_once, &lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
}

#endif
