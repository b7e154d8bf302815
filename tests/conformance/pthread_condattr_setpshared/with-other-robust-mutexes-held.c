/* SPDX-License-Identifier: MIT */
/*
 * A thread may hold more robust mutexes than the one that it waits with. They remain its own, can
 * be unlocked in any order, and if the thread ends, whoever locks one of them next is told.
 */
#include "shared-condition.h"

enum { N = 3 };

static pthread_mutex_t held[N];
static int which, ends;

static int wait_with_one(void *arg)
{
    static const int order[][N] = {{0, 1, 2}, {2, 1, 0}, {1, 0, 2}};

    for (int i = 0; i < N; i++)
        CHECK_EQ(pthread_mutex_lock(&held[i]), 0);
    while (tokens == 0)
        CHECK_EQ(pthread_cond_wait(&cond, &held[which]), 0);
    tokens = 0;
    for (int i = 0; i < N && !ends; i++)
        CHECK_EQ(pthread_mutex_unlock(&held[order[*(int *)arg][i]]), 0);
    return 0;
}

static void let_it_go(void)
{
    CHECK_EQ(pthread_mutex_lock(&held[which]), 0);
    tokens = 1;
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&held[which]), 0);
}

static void wait_once(int order)
{
    struct waiter waiter;

    waiter_block(&waiter, wait_with_one, &order);
    for (int i = 0; i < N; i++)
        if (i != which)
            CHECK_EQ(pthread_mutex_trylock(&held[i]), EBUSY);
    let_it_go();
    CHECK_EQ(waiter_result(&waiter), 0);
}

int main(void)
{
    share_condition();
    for (int i = 0; i < ROBUST_SORTS; i++) {
        for (int k = 0; k < N; k++)
            mutex_make(&held[k], robust_sort(i));
        for (which = 0; which < N; which++) {
            ends = 0;
            for (int order = 0; order < 3; order++) {
                wait_once(order);
                for (int k = 0; k < N; k++) {
                    CHECK_EQ(pthread_mutex_trylock(&held[k]), 0);
                    CHECK_EQ(pthread_mutex_unlock(&held[k]), 0);
                }
            }
            ends = 1;
            wait_once(0);
            for (int k = 0; k < N; k++) {
                CHECK_EQ(pthread_mutex_lock(&held[k]), EOWNERDEAD);
                CHECK_EQ(pthread_mutex_consistent(&held[k]), 0);
                CHECK_EQ(pthread_mutex_unlock(&held[k]), 0);
            }
        }
        for (int k = 0; k < N; k++)
            CHECK_EQ(pthread_mutex_destroy(&held[k]), 0);
    }
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
