/* SPDX-License-Identifier: MIT */
/*
 * A routine that another thread was running at a fork is not running in the child: there the next
 * call runs it, and one that had run is not run again.
 */
#include "pthin-alone.h"
#include "shared.h"

static pthread_once_t under_way = PTHREAD_ONCE_INIT, done = PTHREAD_ONCE_INIT;
static struct gate began, go;
static int begun, runs;

static void wait_there(void)
{
    if (ADD(&begun, 1) == 1) {
        gate_open(&began);
        gate_wait(&go);
    }
}

static void count(void)
{
    runs++;
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_once(&under_way, wait_there), 0);
    return arg;
}

int main(void)
{
    pthread_t thread;
    long pid;

    CHECK_EQ(pthread_once(&done, count), 0);
    thread = test_start(routine, NULL);
    gate_wait(&began);
    pid = fork();
    CHECK(pid >= 0);
    if (pid == 0) {
        CHECK_EQ(pthread_once(&under_way, wait_there), 0);
        CHECK_EQ(begun, 2);
        CHECK_EQ(pthread_once(&done, count), 0);
        CHECK_EQ(runs, 1);
        test_exit(0);
    }
    test_wait(pid);
    gate_open(&go);
    test_finish(thread);
    CHECK_EQ(pthread_once(&under_way, wait_there), 0);
    CHECK_EQ(begun, 1);
    return 0;
}
