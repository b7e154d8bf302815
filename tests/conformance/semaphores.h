/* SPDX-License-Identifier: MIT */
/* For the tests of the three ways to wait for a semaphore. */
#ifndef SEMAPHORES_H
#define SEMAPHORES_H

#include "shared.h"
#include "waiter.h"

static sem_t sem;
static int (*sem_call)(void *);
static int cleaned;

static inline void count_cleaned(void *arg)
{
    CHECK(arg == &sem);
    ADD(&cleaned, 1);
}

static inline int wait_with_handler(void *arg)
{
    int result;

    pthread_cleanup_push(count_cleaned, arg);
    result = sem_call(arg);
    pthread_cleanup_pop(0);
    return result;
}

/* A thread blocked in this call, of the semaphore, can be cancelled: its cleanup handlers run, and
 * it takes no token with it. */
static inline void check_is_a_cancellation_point(int (*call)(void *))
{
    struct waiter waiter;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    sem_call = call;
    cleaned = 0;
    waiter_block(&waiter, wait_with_handler, &sem);
    CHECK_EQ(pthread_cancel(waiter.thread), 0);
    CHECK(test_finish(waiter.thread) == PTHREAD_CANCELED);
    CHECK_EQ(LOAD(&cleaned), 1);
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_EQ(test_value(&sem), 1);
    CHECK_EQ(sem_destroy(&sem), 0);
}

#endif
