/* SPDX-License-Identifier: MIT */
/*
 * A set without a CPU that exists makes pthread_create fail with EINVAL, and no thread runs.
 */
#include "test.h"

static int ran;

static void *routine(void *arg)
{
    ADD(&ran, 1);
    return arg;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;
    cpu_set_t set;

    CPU_ZERO(&set);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setaffinity_np(&attr, sizeof set, &set), 0);
    for (int i = 0; i < 50; i++)
        CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), EINVAL);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    for (int i = 0; i < 50; i++)
        CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), EINVAL);
    CHECK_EQ(LOAD(&ran), 0);
    WAIT_UNTIL(test_status("Threads:") == 1);
    CHECK_EQ(pthread_attr_setaffinity_np(&attr, 0, NULL), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_JOINABLE), 0);
    CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)1), 0);
    CHECK_EQ(test_finish(thread), 1);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
