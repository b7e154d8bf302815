/* SPDX-License-Identifier: MIT */
/*
 * With many threads blocked, each unlock lets one of them go on, until all have had the mutex.
 */
#include "test.h"

enum { N = 10 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pid_t tid[N];
static int had;

static void *routine(void *arg)
{
    STORE(&tid[(intptr_t)arg], test_gettid());
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    had++;
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return NULL;
}

int main(void)
{
    pthread_t thread[N];

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    for (int i = 0; i < N; i++)
        thread[i] = test_start(routine, (void *)(intptr_t)i);
    for (int i = 0; i < N; i++) {
        WAIT_UNTIL(LOAD(&tid[i]) != 0);
        wait_until_blocked(tid[i]);
    }
    CHECK_EQ(had, 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    CHECK_EQ(had, N);
    return 0;
}
