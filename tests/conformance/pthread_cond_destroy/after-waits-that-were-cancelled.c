/* SPDX-License-Identifier: MIT */
/*
 * POSIX pthread_cond_destroy(): a condition variable upon which no threads are blocked can be
 * destroyed, in whatever order those that were have gone.
 */
#include "test.h"

enum { WAITERS = 3 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond;
static pid_t tids[WAITERS];

static void unlock(void *arg)
{
    (void)arg;
    pthread_mutex_unlock(&mutex);
}

static void *waiter(void *arg)
{
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(unlock, NULL);
    STORE((pid_t *)arg, test_gettid());
    for (;;)
        pthread_cond_wait(&cond, &mutex);
    pthread_cleanup_pop(1);
    return NULL;
}

int main(void)
{
    static const char orders[][WAITERS] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                           {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        pthread_t threads[WAITERS];

        CHECK_EQ(pthread_cond_init(&cond, NULL), 0);
        for (int n = 0; n < WAITERS; n++) {
            STORE(&tids[n], 0);
            threads[n] = test_start(waiter, &tids[n]);
            WAIT_UNTIL(LOAD(&tids[n]));
            wait_until_blocked(LOAD(&tids[n]));
        }
        for (int n = 0; n < WAITERS; n++) {
            pthread_t thread = threads[(int)orders[i][n]];

            CHECK_EQ(pthread_cancel(thread), 0);
            CHECK(test_finish(thread) == PTHREAD_CANCELED);
        }
        CHECK_EQ(pthread_cond_destroy(&cond), 0);
    }
    return 0;
}
