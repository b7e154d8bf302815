/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if another thread is already waiting to join the target. (POSIX leaves simultaneous joins
 * undefined; pthin answers.)
 */
#include "pthin-alone.h"

static struct gate up, go;
static pthin_thread *target;
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
    return alone_finish(target);
}

int main(void)
{
    pthin_thread *first;

    target = alone_start(routine, (void *)8);
    gate_wait(&up);
    first = alone_start(joiner, NULL);
    WAIT_UNTIL(LOAD(&joiner_tid) != 0);
    wait_until_blocked(joiner_tid);
    CHECK_EQ(pthread_join(alone_handle(target), NULL), EINVAL);
    CHECK_EQ(pthin_thread_join(target, NULL), EINVAL);
    gate_open(&go);
    CHECK_EQ(alone_finish(first), 8); /* the first joiner is not disturbed */
    return 0;
}
