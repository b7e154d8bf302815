/* SPDX-License-Identifier: MIT */
/*
 * In the child of a fork the thread that forked has the mutexes that it had (of types that do not
 * know their owner), and the threads that waited for them in the parent are not there; what another
 * thread of the parent had stays locked, and can be made anew.
 */
#include "forks.h"
#include "mutexes.h"

static pthread_mutex_t mine = PTHREAD_MUTEX_INITIALIZER, others = PTHREAD_MUTEX_INITIALIZER;

static int lock_once(void *mutex)
{
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
    return pthread_mutex_unlock(mutex);
}

static void use(void)
{
    struct timespec soon = now_plus_ms(CLOCK_REALTIME, 20);

    CHECK_EQ(elsewhere(call_trylock, &mine), EBUSY);
    CHECK_EQ(pthread_mutex_unlock(&mine), 0);
    CHECK_EQ(elsewhere(lock_once, &mine), 0);
    CHECK_EQ(pthread_mutex_destroy(&mine), 0);

    CHECK_EQ(pthread_mutex_timedlock(&others, &soon), ETIMEDOUT);
    CHECK_EQ(pthread_mutex_init(&others, NULL), 0);
    CHECK_EQ(elsewhere(lock_once, &others), 0);
    CHECK_EQ(pthread_mutex_destroy(&others), 0);
}

static struct gate has_it, go_on;

static int hold(void *mutex)
{
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
    gate_open(&has_it);
    gate_wait(&go_on);
    return pthread_mutex_unlock(mutex);
}

int main(void)
{
    struct waiter holder, waiter[4];

    CHECK_EQ(pthread_mutex_lock(&mine), 0);
    waiter_start(&holder, NULL, hold, &others);
    gate_wait(&has_it);
    for (int i = 0; i < 4; i++)
        waiter_block(&waiter[i], lock_once, i % 2 ? &others : &mine);
    in_a_child(use);
    CHECK_EQ(pthread_mutex_unlock(&mine), 0);
    gate_open(&go_on);
    CHECK_EQ(waiter_result(&holder), 0);
    for (int i = 0; i < 4; i++)
        CHECK_EQ(waiter_result(&waiter[i]), 0);
    return 0;
}
