/* SPDX-License-Identifier: MIT */
/*
 * A condition variable can be destroyed as soon as all threads blocked on it have been woken by a
 * broadcast: also by one who holds the mutex for which they wait now, and although somebody waited
 * with another mutex meanwhile, which the next wait after the broadcast may do.
 */
#include "conditions.h"
#include "one-cpu.h"

enum { N = 3, ROUNDS = 12 };
static pthread_cond_t *here;
static int gone;

static int wait_until_gone(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    while (!gone)
        CHECK_EQ(pthread_cond_wait(here, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg != NULL;
}

int main(int argc, char **argv)
{
    pthread_mutex_t other = PTHREAD_MUTEX_INITIALIZER;

    (void)argc;
    test_stay_on_one_cpu(argv);
    mutex_make(&mutex, mutex_sort(0));

    for (int round = 0; round < ROUNDS; round++) {
        struct waiter waiter[N];
        struct timespec past = {.tv_sec = 1};

        here = TEST_MAP(sizeof *here);
        CHECK_EQ(pthread_cond_init(here, NULL), 0);
        gone = 0;
        for (int i = 0; i < N; i++)
            waiter_block(&waiter[i], wait_until_gone, NULL);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        gone = 1;
        CHECK_EQ(pthread_cond_broadcast(here), 0);
        for (int i = round; i > 0; i--)
            test_nap(); /* some of them, or all, come to wait for the mutex */
        if (round % 2) {
            CHECK_EQ(pthread_mutex_lock(&other), 0);
            CHECK_EQ(pthread_cond_timedwait(here, &other, &past), ETIMEDOUT);
            CHECK_EQ(pthread_mutex_unlock(&other), 0);
        }
        CHECK_EQ(pthread_cond_destroy(here), 0);
        test_unmap(here, sizeof *here);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        for (int i = 0; i < N; i++)
            CHECK_EQ(waiter_result(&waiter[i]), 0);
    }
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    return 0;
}
