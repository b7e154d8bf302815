/* SPDX-License-Identifier: MIT */
/*
 * A new thread has cancellation enabled, and can be cancelled while it blocks: also in a program that
 * was started with the signals blocked that the libraries keep to themselves.
 */
#include "test.h"

#include <semaphore.h>

static pid_t tid;
static sem_t never;

static void *blocks(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(sem_wait(&never), 0);
    return arg;
}

static void cancel_one(const pthread_attr_t *attr)
{
    pthread_t thread;
    void *value = NULL;

    STORE(&tid, 0);
    CHECK_EQ(pthread_create(&thread, attr, blocks, NULL), 0);
    WAIT_UNTIL(LOAD(&tid) != 0 && test_is_blocked(LOAD(&tid)));
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK_EQ(pthread_join(thread, &value), 0);
    CHECK(value == PTHREAD_CANCELED);
}

int main(int argc, char **argv)
{
    uint64_t reserved = (uint64_t)7 << 31; /* 32 to 34 */
    pthread_attr_t attr;
    struct test_result result;

    if (argc == 1) {
        CHECK_EQ(TEST_SYS4(rt_sigprocmask, SIG_BLOCK, &reserved, NULL, sizeof reserved), 0);
        for (const char **role = (const char *[]){"plain", "attributes", NULL}; *role; role++) {
            result = test_run(*role);
            CHECK_EQ(result.exited, 0);
        }
        return 0;
    }
    TEST_SYS2(prctl, 1 /* PR_SET_PDEATHSIG */, 9); /* a test that fails leaves nobody behind */
    CHECK_EQ(sem_init(&never, 0, 0), 0);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setinheritsched(&attr, PTHREAD_EXPLICIT_SCHED), 0);
    cancel_one(test_same(argv[1], "attributes") ? &attr : NULL);
    cancel_one(NULL);
    return 0;
}
