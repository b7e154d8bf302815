/* SPDX-License-Identifier: MIT */
/*
 * A thread cancelled in pthread_cond_wait runs its cleanup handlers with the mutex locked again,
 * and the wait does not consume a signal sent to others.
 */
#include "test.h"

static pthread_mutex_t mutex;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pid_t tid;
static int cleaned;

static void handler(void *arg)
{
    (void)arg;
    CHECK_EQ(pthread_mutex_lock(&mutex), EDEADLK); /* it is ours */
    cleaned = 1;
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
}

static void *waiter(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    pthread_cleanup_push(handler, NULL);
    STORE(&tid, test_gettid());
    for (;;)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    pthread_cleanup_pop(0);
    return arg;
}

int main(void)
{
    pthread_mutexattr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    for (int i = 0; i < 10; i++) {
        STORE(&tid, 0);
        cleaned = 0;
        thread = test_start(waiter, NULL);
        WAIT_UNTIL(LOAD(&tid) != 0);
        wait_until_blocked(tid);
        CHECK_EQ(pthread_cancel(thread), 0);
        CHECK(test_finish(thread) == PTHREAD_CANCELED);
        CHECK_EQ(cleaned, 1);
    }
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    return 0;
}
