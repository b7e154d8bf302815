/* SPDX-License-Identifier: MIT */
/*
 * A normal mutex: a thread that locks it again while it owns it deadlocks.
 */
#include "test.h"

static pthread_mutex_t mutex;
static pid_t tid;

static void *routine(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    STORE(&tid, test_gettid());
    pthread_mutex_lock(&mutex);
    test_fail(__FILE__, __LINE__, "the second lock returned");
    return arg;
}

int main(void)
{
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_NORMAL), 0);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    test_start(routine, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    test_exit(0);
}
