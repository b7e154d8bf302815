/* SPDX-License-Identifier: MIT */
/*
 * Whatever the sort of the mutex, it is released while a thread waits and is the caller's again
 * afterwards: after signal, broadcast and timeout. EPERM, and no wait, if an error-checking or
 * robust one is not the caller's.
 */
#include "mutexes.h"

enum { WAITERS = 3 };
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_mutex_t mutex;
static int tokens;

static int take_token(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    while (tokens == 0)
        CHECK_EQ(arg ? pthread_cond_timedwait(&cond, &mutex, &end)
                     : pthread_cond_wait(&cond, &mutex),
                 0);
    tokens--;
    CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}

static void let_go(struct waiter *waiter, int broadcast)
{
    for (int i = 0; i < WAITERS; i++)
        waiter_block(&waiter[i], take_token, i % 2 ? &cond : NULL);
    for (int i = 0; i < WAITERS; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        tokens += broadcast ? WAITERS : 1;
        CHECK_EQ(broadcast ? pthread_cond_broadcast(&cond) : pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        if (broadcast)
            break;
    }
    for (int i = 0; i < WAITERS; i++)
        CHECK_EQ(waiter_result(&waiter[i]), 0);
    CHECK_EQ(tokens, 0);
}

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct mutex_sort sort = mutex_sort(i);
        struct waiter waiter[WAITERS];
        struct timespec end;

        mutex_make(&mutex, sort);
        if (sort.type == PTHREAD_MUTEX_ERRORCHECK || sort.robust == PTHREAD_MUTEX_ROBUST) {
            end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
            CHECK_EQ(pthread_cond_wait(&cond, &mutex), EPERM);
            CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &end), EPERM);
        }
        let_go(waiter, 0);
        let_go(waiter, 1);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        end = now_plus_ms(CLOCK_REALTIME, 1);
        CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &end), ETIMEDOUT);
        CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
