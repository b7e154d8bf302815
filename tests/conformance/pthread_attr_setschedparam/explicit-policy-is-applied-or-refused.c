/* SPDX-License-Identifier: MIT */
/*
 * With PTHREAD_EXPLICIT_SCHED the thread runs with the attributes' policy and priority from its
 * start; EPERM if the caller may not set them, and then no thread is created.
 */
#include "test.h"

static int ran;

static void *routine(void *arg)
{
    struct sched_param param = {.sched_priority = -1};
    int policy = -1;

    ADD(&ran, 1);
    CHECK_EQ(pthread_getschedparam(pthread_self(), &policy, &param), 0);
    CHECK_EQ(policy, SCHED_FIFO);
    CHECK_EQ(param.sched_priority, 7);
    return arg;
}

int main(void)
{
    struct sched_param param = {.sched_priority = 7};
    pthread_attr_t attr;
    pthread_t thread;
    int error;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_FIFO), 0);
    CHECK_EQ(pthread_attr_setschedparam(&attr, &param), 0);
    CHECK_EQ(pthread_attr_setinheritsched(&attr, PTHREAD_EXPLICIT_SCHED), 0);

    error = pthread_create(&thread, &attr, routine, NULL);
    if (error == 0) {
        CHECK_EQ(test_finish(thread), 0);
        CHECK_EQ(LOAD(&ran), 1);
    } else {
        CHECK_EQ(error, EPERM);
        CHECK_EQ(LOAD(&ran), 0);
    }

    /* A user without rights: EPERM. */
    STORE(&ran, 0);
    if (TEST_SYS3(setresuid, 65534, 65534, 65534) == 0 || error == EPERM) {
        for (int i = 0; i < 10; i++)
            CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), EPERM);
        CHECK_EQ(LOAD(&ran), 0);
    }
    return 0;
}
