/* SPDX-License-Identifier: MIT */
/*
 * If the mutex is already locked by another thread, the caller shall block until it becomes
 * available, and it then owns it.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pid_t tid;
static int released;

static void *routine(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(LOAD(&released), 1);
    CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    for (int i = 0; i < 10; i++) {
        pthread_t thread;

        STORE(&released, 0);
        STORE(&tid, 0);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        thread = test_start(routine, NULL);
        WAIT_UNTIL(LOAD(&tid) != 0);
        wait_until_blocked(tid);
        STORE(&released, 1);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        test_finish(thread);
    }
    return 0;
}
