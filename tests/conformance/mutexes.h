/* SPDX-License-Identifier: MIT */
/* For the tests of what holds of every sort of mutex. Those with a priority ceiling are apart: not
 * everybody may have one, and not every libc has them. */
#ifndef MUTEXES_H
#define MUTEXES_H

#include "waiter.h"

struct mutex_sort {
    int type, protocol, robust, shared;
};

enum { MUTEX_SORTS = 24 };

static inline struct mutex_sort mutex_sort(int i)
{
    static const int types[] = {PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_ERRORCHECK,
                                PTHREAD_MUTEX_RECURSIVE};

    return (struct mutex_sort){
        .type = types[i % 3],
        .protocol = i / 3 % 2 ? PTHREAD_PRIO_INHERIT : PTHREAD_PRIO_NONE,
        .robust = i / 6 % 2 ? PTHREAD_MUTEX_ROBUST : PTHREAD_MUTEX_STALLED,
        .shared = i / 12 ? PTHREAD_PROCESS_SHARED : PTHREAD_PROCESS_PRIVATE,
    };
}

/* The robust ones: half of them. */
enum { ROBUST_SORTS = 12 };

static inline struct mutex_sort robust_sort(int i)
{
    struct mutex_sort sort = mutex_sort(i / 6 * 12 + 6 + i % 6);

    CHECK_EQ(sort.robust, PTHREAD_MUTEX_ROBUST);
    return sort;
}

static inline void mutex_make(pthread_mutex_t *mutex, struct mutex_sort sort)
{
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, sort.type), 0);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, sort.protocol), 0);
    CHECK_EQ(pthread_mutexattr_setrobust(&attr, sort.robust), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, sort.shared), 0);
    CHECK_EQ(pthread_mutex_init(mutex, &attr), 0);
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
}

static inline void mutex_make_robust(pthread_mutex_t *mutex)
{
    mutex_make(mutex, robust_sort(0));
}

/* Calls for a waiter. */
static inline int call_lock(void *mutex)
{
    return pthread_mutex_lock(mutex);
}

static inline int call_trylock(void *mutex)
{
    return pthread_mutex_trylock(mutex);
}

static inline int call_unlock(void *mutex)
{
    return pthread_mutex_unlock(mutex);
}

static inline int call_timedlock(void *mutex)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    return pthread_mutex_timedlock(mutex, &end);
}

/* Locks it in a thread that ends without unlocking it. */
static inline void mutex_abandon(pthread_mutex_t *mutex)
{
    CHECK_EQ(elsewhere(call_lock, mutex), 0);
}

#endif
