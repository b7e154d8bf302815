/* SPDX-License-Identifier: MIT */
/*
 * Readers and writers blocked by a writer all get the lock in the end.
 */
#include "test.h"

enum { N = 6 };
static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static pid_t tid[N];
static int had;

static void *routine(void *arg)
{
    intptr_t i = (intptr_t)arg;

    STORE(&tid[i], test_gettid());
    CHECK_EQ(i % 2 ? pthread_rwlock_wrlock(&lock) : pthread_rwlock_rdlock(&lock), 0);
    ADD(&had, 1);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    return NULL;
}

int main(void)
{
    pthread_t thread[N];

    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    for (int i = 0; i < N; i++)
        thread[i] = test_start(routine, (void *)(intptr_t)i);
    for (int i = 0; i < N; i++) {
        WAIT_UNTIL(LOAD(&tid[i]) != 0);
        wait_until_blocked(tid[i]);
    }
    CHECK_EQ(LOAD(&had), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    CHECK_EQ(LOAD(&had), N);
    return 0;
}
