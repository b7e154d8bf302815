/* SPDX-License-Identifier: MIT */
/*
 * A thread that is refused for its scheduling or its CPUs (here EINVAL) leaves nothing behind: no
 * memory, no kernel thread, and the creator's signal mask is as before.
 */
#include "policy.h"

/* In kB: two stacks; 249 are more. An emulator maps a heap for its own threads now and then. */
#ifdef TEST_EMULATOR
#    define GROWS_MOST 300000
#else
#    define GROWS_MOST 20000
#endif

static void *routine(void *arg)
{
    CHECK(!"refused");
    return arg;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;
    sigset_t mask;
    long before = 0;

    test_policy_attr(&attr, SCHED_FIFO, 10);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_OTHER), 0);
    for (int i = 0; i < 300; i++) {
        CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), EINVAL);
        if (i == 50)
            before = test_status("VmSize:");
    }
    CHECK(test_status("VmSize:") <= before + GROWS_MOST);
    WAIT_UNTIL(test_status("Threads:") == 1);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &mask), 0);
    for (int sig = 1; sig < 32; sig++)
        CHECK_EQ(sigismember(&mask, sig), 0);
    return 0;
}
