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

#endif
