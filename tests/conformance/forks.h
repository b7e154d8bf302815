/* SPDX-License-Identifier: MIT */
/*
 * For the tests of objects in the child of a fork, while threads of the parent waited for them: in
 * the child there are no such threads. POSIX promises little there, and glibc's destroy waits for
 * them for ever, so pthin alone is asked.
 */
#ifndef FORKS_H
#define FORKS_H

#include "pthin-alone.h"

/* Runs f in a child, which may do all that a process may. Called by main, for the child ends with
 * the thread that made it. */
static inline void in_a_child(void (*f)(void))
{
    int status = -1;
#ifdef TEST_HOST_NONE
    long pid = test_fork();

    if (pid == 0)
        pthin_thread_after_fork();
#else
    long pid = fork();
#endif
    CHECK(pid >= 0);
    if (pid == 0) {
        TEST_SYS2(prctl, 1 /* PR_SET_PDEATHSIG */, 9); /* a test that fails leaves nobody behind */
        f();
        test_exit(0);
    }
    WAIT_UNTIL(TEST_SYS4(wait4, pid, &status, 1 /* WNOHANG */, NULL) == pid);
    CHECK_EQ(status, 0);
}

/* And in a child of a child. */
static void (*in_grandchild)(void) UNUSED;

static inline void in_a_child_again(void)
{
    in_a_child(in_grandchild);
    in_grandchild();
}

static inline void in_children(void (*f)(void))
{
    in_a_child(f);
    in_grandchild = f;
    in_a_child(in_a_child_again);
}

#endif
