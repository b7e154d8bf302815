/* SPDX-License-Identifier: MIT */
/*
 * pthread_join is a cancellation point; a joiner that is cancelled leaves the target joinable.
 */
#include "test.h"

static struct gate up, go;
static pthread_t target;
static pid_t joiner_tid;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

static void *joiner(void *arg)
{
    (void)arg;
    STORE(&joiner_tid, test_gettid());
    test_finish(target);
    return NULL;
}

int main(void)
{
    pthread_t first;

    target = test_start(routine, (void *)8);
    gate_wait(&up);
    first = test_start(joiner, NULL);
    WAIT_UNTIL(LOAD(&joiner_tid) != 0);
    wait_until_blocked(joiner_tid);
    CHECK_EQ(pthread_cancel(first), 0);
    CHECK(test_finish(first) == PTHREAD_CANCELED);
    gate_open(&go);
    CHECK_EQ(test_finish(target), 8);
    return 0;
}
