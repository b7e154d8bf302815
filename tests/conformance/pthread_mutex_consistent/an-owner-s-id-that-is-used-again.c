/* SPDX-License-Identifier: MIT */
/*
 * A robust mutex whose owner ended is not the next thread's that gets the same thread ID from the
 * kernel: it may not unlock it, nor wait with it, and locking it is EOWNERDEAD, not EDEADLK or one
 * lock more. The kernel tells which ID it gave last, and root may set it.
 */
#include "mutexes.h"

enum { TRIES = 300 };
static pthread_mutex_t mutex;
static pid_t old, new;

static int lock_it(void *arg)
{
    old = test_gettid();
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    return arg != NULL;
}

static int meet_it(void *arg)
{
    static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
    int (*lock)(void *) = *(int (**)(void *))arg;

    new = test_gettid();
    if (new != old)
        return 0;
    CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
    CHECK_EQ(pthread_mutex_consistent(&mutex), EINVAL);
    CHECK_EQ(pthread_cond_wait(&cond, &mutex), EPERM);
    CHECK_EQ(lock(&mutex), EOWNERDEAD);
    CHECK_EQ(pthread_mutex_consistent(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), EPERM);
    return 0;
}

/* The next thread is to get the ID `next`, unless another process is quicker. */
static void set_next(pid_t next)
{
    long fd = TEST_SYS4(openat, -100 /* AT_FDCWD */, "/proc/sys/kernel/ns_last_pid", 1, 0);
    struct test_line line = {.used = 0};

    test_put_number(&line, next - 1);
    if (fd < 0 || TEST_SYS3(write, fd, line.text, line.used) < 0)
        TEST_SKIP("the kernel's last thread ID cannot be set here");
    TEST_SYS1(close, fd);
}

int main(void)
{
    static int (*ways[])(void *) = {call_lock, call_trylock, call_timedlock};

    for (int i = 0; i < ROBUST_SORTS; i++) {
        int tries = 0;

        mutex_make(&mutex, robust_sort(i));
        CHECK_EQ(elsewhere(lock_it, NULL), 0);
        do {
            if (++tries > TRIES)
                TEST_SKIP("other processes took the thread ID");
            set_next(old);
            CHECK_EQ(elsewhere(meet_it, &ways[i % 3]), 0);
        } while (new != old);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
