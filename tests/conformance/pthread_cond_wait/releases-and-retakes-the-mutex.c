/* SPDX-License-Identifier: MIT */
/*
 * pthread_cond_wait shall atomically release the mutex and block; upon successful return the mutex
 * shall have been locked and be owned by the caller.
 */
#include "test.h"

static pthread_mutex_t mutex;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int waiting, ready;

static void *waiter(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    waiting = 1;
    while (!ready)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex),
             EDEADLK); /* an error-checking mutex tells that it is ours */
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

int main(void)
{
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    for (int i = 0; i < 50; i++) {
        pthread_t thread;
        int seen = 0;

        waiting = ready = 0;
        thread = test_start(waiter, NULL);
        WAIT_UNTIL(
            (pthread_mutex_lock(&mutex), seen = waiting, pthread_mutex_unlock(&mutex), seen));
        CHECK_EQ(pthread_mutex_lock(&mutex), 0); /* the waiter released it */
        ready = 1;
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        test_finish(thread);
    }
    return 0;
}
