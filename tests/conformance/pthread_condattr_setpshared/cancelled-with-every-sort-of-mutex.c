/* SPDX-License-Identifier: MIT */
/*
 * If a thread is cancelled in a wait for a condition variable, the mutex is its own again before
 * the first cleanup handler runs: whatever the sort of the mutex, and also if processes may share
 * the condition variable. The mutex is as good as before for those that follow.
 */
#include "shared-condition.h"

static int cleaned;

static void clean(void *arg)
{
    CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    cleaned++;
    (void)arg;
}

static int wait_for_ever(void *arg)
{
    wait_call *wait = arg;

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    pthread_cleanup_push(clean, NULL);
    while (tokens == 0)
        CHECK_EQ((*wait)(TEST_BOUND_MS), 0);
    pthread_cleanup_pop(0);
    return 0;
}

int main(void)
{
    wait_call ways[] = {plain_wait, timedwait};

    share_condition();
    for (int i = 0; i < MUTEX_SORTS; i++) {
        mutex_make(&mutex, mutex_sort(i));
        cleaned = 0;
        for (int k = 0; k < 2; k++) {
            struct waiter waiter;
            void *result;

            waiter_block(&waiter, wait_for_ever, &ways[k]);
            CHECK_EQ(pthread_cancel(waiter.thread), 0);
            CHECK_EQ(pthread_join(waiter.thread, &result), 0);
            CHECK(result == PTHREAD_CANCELED);
            CHECK_EQ(cleaned, k + 1);
        }
        let_go(ways, 0);
        let_go(ways, 1);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
