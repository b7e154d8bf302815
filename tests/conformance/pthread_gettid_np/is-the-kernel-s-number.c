/* SPDX-License-Identifier: MIT */
/*
 * pthread_gettid_np returns the number by which the kernel knows the thread: what gettid returns in
 * it, from its creation on.
 */
#include "test.h"

static struct gate go;
static pid_t seen;

static void *routine(void *arg)
{
    CHECK_EQ(pthread_gettid_np(pthread_self()), test_gettid());
    STORE(&seen, test_gettid());
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);
    pid_t tid = pthread_gettid_np(thread);

    WAIT_UNTIL(LOAD(&seen) != 0);
    CHECK_EQ(tid, seen);
    CHECK_EQ(pthread_gettid_np(pthread_self()), test_gettid());
    CHECK_EQ(pthread_gettid_np(pthread_self()), test_getpid());
    gate_open(&go);
    test_finish(thread);
    return 0;
}
