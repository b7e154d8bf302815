/* SPDX-License-Identifier: MIT */
/*
 * Detached may be the default: a thread that is created without attributes then frees itself.
 */
#include "test.h"

enum { N = 300 };
static struct gate gone, last;

static void *routine(void *arg)
{
    pthread_attr_t attr;
    int state = -1;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getdetachstate(&attr, &state), 0);
    CHECK_EQ(state, PTHREAD_CREATE_DETACHED);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    gate_open(&gone);
    if (arg)
        gate_wait(&last);
    return NULL;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;
    long before = 0;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    CHECK_EQ(pthread_setattr_default_np(&attr), 0);
    for (int i = 1; i <= N; i++) {
        CHECK_EQ(pthread_create(&thread, NULL, routine, NULL), 0);
        gate_wait_for(&gone, i);
        WAIT_UNTIL(test_status("Threads:") == 1);
        if (i == 20)
            before = test_status("VmSize:");
    }
    CHECK(test_status("VmSize:") < before + 100000); /* 280 stacks are more */
    CHECK_EQ(pthread_create(&thread, NULL, routine, &last), 0);
    CHECK_EQ(pthread_join(thread, NULL), EINVAL);
    gate_open(&last);
    return 0;
}
