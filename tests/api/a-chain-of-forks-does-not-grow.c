/* SPDX-License-Identifier: MIT */
/*
 * A thread forks, a thread of the child forks, and so on: the stacks of the threads that a child
 * does not have are given back, so that the address space stays as it is. What they kept there can
 * be looked at until the child makes a thread, for a fork handler may do so. On musl the same with
 * _Fork, which tells nobody.
 */
#include <pthin/thread.h>
#include <semaphore.h>
#include <stdatomic.h>

#include "test.h"

#define GENERATIONS 12

#if !defined TEST_HOST_NONE && !defined __GLIBC__
#    define WITH_BARE_FORK
#endif

static int bare UNUSED;
static long vm_at_first;
static struct gate idle_up;
static sem_t never;
static char *_Atomic left_behind;

static void *idle(void *arg)
{
    char here = 7;

    atomic_store_explicit(&left_behind, LAUNDER(&here), memory_order_release);
    gate_open(&idle_up);
    while (sem_wait(&never) != 0)
        ;
    return arg;
}

static void generation(long number);

static long fork_in_some_way(void)
{
#ifdef TEST_HOST_NONE
    long pid = test_fork();

    if (pid == 0)
        pthin_thread_after_fork();
    return pid;
#else
#    ifdef WITH_BARE_FORK
    if (bare)
        return _Fork();
#    endif
    return fork();
#endif
}

static void *forker(void *arg)
{
    int status;
    long pid = fork_in_some_way();

    if (pid == 0) {
        CHECK_EQ(*atomic_load_explicit(&left_behind, memory_order_relaxed), 7);
        generation((long)arg + 1);
        test_exit(0);
    }
    CHECK(pid > 0);
    CHECK_EQ(TEST_SYS4(wait4, pid, &status, 0, NULL), pid);
    CHECK_EQ(status, 0);
    return NULL;
}

static void generation(long number)
{
    idle_up = (struct gate){0};
    for (int i = 0; i < 3; i++)
        test_start(idle, NULL);
    gate_wait_for(&idle_up, 3);
    if (number == 2)
        vm_at_first = test_status("VmSize:");
    if (number == GENERATIONS) {
        /* Less than one stack for each generation. */
        long grown = test_status("VmSize:") - vm_at_first;
        CHECK(grown < (GENERATIONS - 2) * (long)(pthin_thread_default_stack_size() >> 10));
        return;
    }
    test_finish(test_start(forker, (void *)number));
}

int main(void)
{
    CHECK_EQ(sem_init(&never, 0, 0), 0);
#ifdef WITH_BARE_FORK
    int status;
    long pid = fork();

    CHECK(pid >= 0);
    if (pid == 0) {
        bare = 1;
        generation(0);
        test_exit(0);
    }
    CHECK_EQ(TEST_SYS4(wait4, pid, &status, 0, NULL), pid);
    CHECK_EQ(status, 0);
#endif
    generation(0);
    return 0;
}
