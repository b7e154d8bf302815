/* SPDX-License-Identifier: MIT */
/*
 * The new thread is another thread of the same process: it runs beside its creator, with the same
 * process id and memory and its own kernel thread id.
 */
#include "test.h"

static int shared;
static struct gate up, go;
static pid_t tid, pid;

static void *routine(void *arg)
{
    (void)arg;
    tid = test_gettid();
    pid = test_getpid();
    STORE(&shared, 1);
    gate_open(&up);
    gate_wait(&go);
    return NULL;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);

    gate_wait(&up); /* the thread runs although main neither waits for it nor ends */
    CHECK_EQ(LOAD(&shared), 1);
    CHECK_EQ(pid, test_getpid());
    CHECK(tid != test_gettid());
    CHECK_EQ(TEST_SYS3(tgkill, pid, tid, 0), 0);
    gate_open(&go);
    test_finish(thread);
    return 0;
}
