/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the thread is not joinable any more: another thread is joining it. The join goes on.
 */
#include "test.h"

static struct gate up, go;
static pthread_t target;
static pid_t tid;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

static void *joiner(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(test_finish(target), 3);
    return arg;
}

int main(void)
{
    pthread_t thread;

    target = test_start(routine, (void *)3);
    gate_wait(&up);
    thread = test_start(joiner, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_detach(target), EINVAL);
    CHECK_EQ(pthread_tryjoin_np(target, NULL), EINVAL);
    gate_open(&go);
    test_finish(thread);
    return 0;
}
