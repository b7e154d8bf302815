/* SPDX-License-Identifier: MIT */
/*
 * Handlers that take a lock before the fork and release it in parent and child keep what it guards
 * whole, while other threads change it; the child's one thread can use it on.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int one, two, stop;

static void lock(void)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
}

static void unlock(void)
{
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
}

static void *changer(void *arg)
{
    while (!LOAD(&stop)) {
        lock();
        one++;
        for (volatile int i = 0; i < 100; i++)
            ;
        two++;
        unlock();
    }
    return arg;
}

static void *in_child(void *arg)
{
    lock();
    CHECK_EQ(one, two);
    unlock();
    return arg;
}

int main(void)
{
    pthread_t thread;

    CHECK_EQ(pthread_atfork(lock, unlock, unlock), 0);
    thread = test_start(changer, NULL);
    for (int i = 0; i < 20; i++) {
        int status = 0;
        pid_t pid = fork();

        if (pid == 0) {
            in_child(NULL);
            CHECK_EQ(test_finish(test_start(in_child, (void *)2)), 2);
            _exit(42);
        }
        CHECK(pid > 0);
        CHECK_EQ(TEST_SYS4(wait4, pid, &status, 0, NULL), pid);
        CHECK_EQ(status, 42 << 8);
    }
    STORE(&stop, 1);
    test_finish(thread);
    return 0;
}
