/* SPDX-License-Identifier: MIT */
/*
 * Detached threads give everything back by themselves: thousands of them do not make the process
 * grow.
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
    long before = 0;
    size_t stack;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    for (int i = 0; i < 2000; i++) {
        CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
        if (i % 10 == 9)
            gate_wait_for(&gone, i + 1);
        if (i == 499) {
            WAIT_UNTIL(test_status("Threads:") == 1); /* those still on their way out are gone */
            before = test_status("VmSize:");
        }
    }
    WAIT_UNTIL(test_status("Threads:") == 1);
    /* Some may be kept for reuse, 1500 stacks are leaked. */
    CHECK_EQ(pthread_attr_getstacksize(&attr, &stack), 0);
    CHECK(test_status("VmSize:") < before + (long)(stack / 1024 * 500));
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
