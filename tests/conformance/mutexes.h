/* SPDX-License-Identifier: MIT */
/* For the tests of what holds of every sort of mutex. Those with a priority ceiling are apart: not
 * everybody may have one, and not every libc has them. */
#ifndef MUTEXES_H
#define MUTEXES_H

#include "waiter.h"

struct mutex_sort {
    int type, protocol, robust, shared;
};

/* musl has no adaptive type, and its header no name for it. glibc's has it in an enum. */
#if defined __GLIBC__ || defined PTHREAD_MUTEX_ADAPTIVE_NP
enum { MUTEX_TYPES = 4, MUTEX_LAST_TYPE = PTHREAD_MUTEX_ADAPTIVE_NP };
#else
enum { MUTEX_TYPES = 3, MUTEX_LAST_TYPE = PTHREAD_MUTEX_RECURSIVE };
#endif

enum { MUTEX_SORTS = 8 * MUTEX_TYPES };

static inline struct mutex_sort mutex_sort(int i)
{
    static const int types[] = {PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_ERRORCHECK,
                                PTHREAD_MUTEX_RECURSIVE, MUTEX_LAST_TYPE};

    return (struct mutex_sort){
        .type = types[i % MUTEX_TYPES],
        .protocol = i / MUTEX_TYPES % 2 ? PTHREAD_PRIO_INHERIT : PTHREAD_PRIO_NONE,
        .robust = i / MUTEX_TYPES / 2 % 2 ? PTHREAD_MUTEX_ROBUST : PTHREAD_MUTEX_STALLED,
        .shared = i / MUTEX_TYPES / 4 ? PTHREAD_PROCESS_SHARED : PTHREAD_PROCESS_PRIVATE,
    };
}

/* The robust ones, half of them: first those of one process. */
enum { ROBUST_SORTS = MUTEX_SORTS / 2 };

static inline struct mutex_sort robust_sort(int i)
{
    const int run = 2 * MUTEX_TYPES;
    struct mutex_sort sort = mutex_sort(i / run * 2 * run + run + i % run);

    CHECK_EQ(sort.robust, PTHREAD_MUTEX_ROBUST);
    return sort;
}

/* One that inherits priorities, and else is as by default. */
static inline struct mutex_sort inherit_sort(void)
{
    return mutex_sort(MUTEX_TYPES);
}

/* Of a type that neither counts nor finds mistakes: the adaptive differs in how it waits only. */
static inline int mutex_is_simple(struct mutex_sort sort)
{
    return sort.type != PTHREAD_MUTEX_ERRORCHECK && sort.type != PTHREAD_MUTEX_RECURSIVE;
}

static inline void mutexattr_make(pthread_mutexattr_t *attr, struct mutex_sort sort)
{
    CHECK_EQ(pthread_mutexattr_init(attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(attr, sort.type), 0);
    CHECK_EQ(pthread_mutexattr_setprotocol(attr, sort.protocol), 0);
    CHECK_EQ(pthread_mutexattr_setrobust(attr, sort.robust), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(attr, sort.shared), 0);
}

static inline void mutex_make(pthread_mutex_t *mutex, struct mutex_sort sort)
{
    pthread_mutexattr_t attr;
    int error;

    mutexattr_make(&attr, sort);
    error = pthread_mutex_init(mutex, &attr);
#ifdef TEST_EMULATOR
    if (error == ENOTSUP && sort.robust == PTHREAD_MUTEX_ROBUST)
        TEST_SKIP("the emulator has no robust lists; the sorts before did well");
#endif
    CHECK_EQ(error, 0);
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

/* For calls that lock until this time. */
static struct timespec lock_end UNUSED;

static inline int unlock_if_locked(int error, void *mutex)
{
    if (error == 0) {
        CHECK_EQ(elsewhere(call_trylock, mutex), EBUSY);
        CHECK_EQ(pthread_mutex_unlock(mutex), 0);
    }
    return error;
}

/* Of whatever sort, with a call that locks until lock_end on this clock and unlocks: ETIMEDOUT, not
 * before the time; locked when it is unlocked in time; and one that gave up leaves nothing behind.
 */
static inline void check_waits_with_every_sort(int (*call)(void *), clockid_t clock)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct waiter waiter;
        pthread_mutex_t mutex;

        mutex_make(&mutex, mutex_sort(i));
        lock_end = (struct timespec){.tv_sec = 0}; /* whatever the time, if it is free */
        CHECK_EQ(elsewhere(call, &mutex), 0);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(elsewhere(call, &mutex), ETIMEDOUT);
        lock_end = now_plus_ms(clock, -1000);
        CHECK_EQ(elsewhere(call, &mutex), ETIMEDOUT);
        lock_end = now_plus_ms(clock, 2);
        CHECK_EQ(elsewhere(call, &mutex), ETIMEDOUT);
        CHECK(test_now_ns(clock) >= test_ns(lock_end));
        lock_end = now_plus_ms(clock, TEST_BOUND_MS);
        waiter_block(&waiter, call, &mutex);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(waiter_result(&waiter), 0);
        CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
}

/* The same for times that are none: EINVAL for nanoseconds below zero or not below a second. Of
 * every sort with this protocol. */
static inline void check_invalid_nanoseconds(int (*call)(void *), clockid_t clock, int protocol)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        pthread_mutex_t mutex;

        if (mutex_sort(i).protocol != protocol)
            continue;
        mutex_make(&mutex, mutex_sort(i));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        lock_end = now_plus_ms(clock, TEST_BOUND_MS);
        lock_end.tv_nsec = 1000000000;
        CHECK_EQ(elsewhere(call, &mutex), EINVAL);
        lock_end.tv_nsec = -1;
        CHECK_EQ(elsewhere(call, &mutex), EINVAL);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
}

/* With priority inheritance they are for pthin alone: a libc hangs on them. A time before the epoch
 * is in the past, with every sort. */
static inline void check_odd_times_with_every_sort(int (*call)(void *), clockid_t clock)
{
    check_invalid_nanoseconds(call, clock, PTHREAD_PRIO_NONE);
    for (int i = 0; i < MUTEX_SORTS; i++) {
        pthread_mutex_t mutex;

        mutex_make(&mutex, mutex_sort(i));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        lock_end = (struct timespec){.tv_sec = -1, .tv_nsec = 999999999};
        CHECK_EQ(elsewhere(call, &mutex), ETIMEDOUT);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
}

/* One of these two checks, of a call with a clock, on both clocks. Not every libc has such a call:
 * a test names it. */
typedef int (*clocked_call)(pthread_mutex_t *, clockid_t, const struct timespec *);

static clocked_call lock_call UNUSED;
static clockid_t lock_clock UNUSED;

static inline int clocked_once(void *mutex)
{
    return unlock_if_locked(lock_call(mutex, lock_clock, &lock_end), mutex);
}

static inline void check_clocks(void (*check)(int (*)(void *), clockid_t), clocked_call call)
{
    lock_call = call;
    lock_clock = CLOCK_REALTIME;
    check(clocked_once, lock_clock);
    lock_clock = CLOCK_MONOTONIC;
    check(clocked_once, lock_clock);
}

/* Locks it in a thread that ends without unlocking it. */
static inline void mutex_abandon(pthread_mutex_t *mutex)
{
    CHECK_EQ(elsewhere(call_lock, mutex), 0);
}

#endif
