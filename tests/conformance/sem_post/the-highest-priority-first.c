/* SPDX-License-Identifier: MIT */
/*
 * Of threads with SCHED_FIFO or SCHED_RR that wait, the one of the highest priority is let go, of
 * equals the one that has waited longest. So it is with a mutex.
 */
#include "policy.h"
#include "waiter.h"

#include <semaphore.h>

enum { N = 5 };

/* As they arrive, and in which place each is to be let go. */
static const struct {
    int priority, place;
} threads[N] = {{10, 4}, {30, 1}, {20, 2}, {20, 3}, {5, 5}};

static sem_t sem;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int order;

static int pass_sem(void *arg)
{
    (void)arg;
    CHECK_EQ(sem_wait(&sem), 0);
    return ADD(&order, 1);
}

static int pass_mutex(void *arg)
{
    int mine;

    (void)arg;
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    mine = ++order;
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return mine;
}

static void start(struct waiter *waiter, int (*call)(void *), int policy)
{
    order = 0;
    for (int i = 0; i < N; i++) {
        pthread_attr_t attr;

        test_policy_attr(&attr, policy, threads[i].priority);
        waiter_start(&waiter[i], &attr, call, NULL);
        waiter_until_blocked(&waiter[i]);
    }
}

static void finish(struct waiter *waiter)
{
    for (int i = 0; i < N; i++)
        CHECK_EQ(waiter_result(&waiter[i]), threads[i].place);
}

int main(void)
{
    static const int policies[] = {SCHED_FIFO, SCHED_RR};

    NEED_REAL_TIME();
    for (int i = 0; i < 2; i++) {
        struct waiter waiter[N];

        CHECK_EQ(sem_init(&sem, 0, 0), 0);
        start(waiter, pass_sem, policies[i]);
        for (int k = 1; k <= N; k++) {
            CHECK_EQ(sem_post(&sem), 0);
            WAIT_UNTIL(LOAD(&order) == k);
        }
        finish(waiter);
        CHECK_EQ(sem_destroy(&sem), 0);

        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        start(waiter, pass_mutex, policies[i]);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        finish(waiter);
    }
    return 0;
}
