/* SPDX-License-Identifier: MIT */
/*
 * pthread_join shall suspend the caller until the target terminates.
 */
#include "test.h"

static struct gate up, go;
static pid_t main_tid;
static int released;

static void *target(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

/* Lets the target go only once main sleeps in pthread_join. */
static void *releaser(void *arg)
{
    (void)arg;
    gate_wait(&up);
    wait_until_blocked(main_tid);
    STORE(&released, 1);
    gate_open(&go);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    main_tid = test_gettid();
    one = test_start(target, (void *)5);
    gate_wait(&up);
    two = test_start(releaser, NULL);
    CHECK_EQ(test_finish(one), 5);
    CHECK_EQ(LOAD(&released), 1);
    test_finish(two);
    return 0;
}
