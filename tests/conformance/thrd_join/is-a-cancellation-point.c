/* SPDX-License-Identifier: MIT */
/*
 * thrd_join is a cancellation point; the thread stays joinable.
 */
#include "test.h"

#include <threads.h>

static struct gate go;
static thrd_t target;
static pid_t tid;

static int routine(void *arg)
{
    (void)arg;
    gate_wait(&go);
    return 8;
}

static void *joiner(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(thrd_join(target, NULL), thrd_success);
    return arg;
}

int main(void)
{
    pthread_t thread;
    int result = 0;

    CHECK_EQ(thrd_create(&target, routine, NULL), thrd_success);
    thread = test_start(joiner, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    gate_open(&go);
    CHECK_EQ(thrd_join(target, &result), thrd_success);
    CHECK_EQ(result, 8);
    return 0;
}
