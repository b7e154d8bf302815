/* SPDX-License-Identifier: MIT */
/*
 * Detached threads give everything back by themselves: thousands of them do not make the process grow.
 */
#include "test.h"

static struct gate gone;

static void *routine(void *arg)
{
    (void)arg;
    gate_open(&gone);
    return NULL;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;
    long before = 0, after;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    for (int i = 0; i < 2000; i++) {
        CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
        if (i % 10 == 9)
            gate_wait_for(&gone, i + 1);
        if (i == 499)
            before = test_status("VmSize:");
    }
    /* 1500 leaked stacks would be more than 190 MB with the smallest default of any of them; what
     * is kept for reuse is bounded far below. */
    after = test_status("VmSize:");
    CHECK(after < before + 160 * 1024);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
