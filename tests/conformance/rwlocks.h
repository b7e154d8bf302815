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

#endif
