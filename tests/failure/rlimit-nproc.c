/* SPDX-License-Identifier: MIT */
/*
 * clone fails because of RLIMIT_NPROC: EAGAIN from pthread_create each time, nothing is leaked, and
 * the next creation works when the limit is gone.
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
    struct test_rlimit before = test_rlimit_get(TEST_RLIMIT_NPROC);
    pthread_attr_t attrs[3];
    pthread_t thread = pthread_self();
    long size;

    /* Root is above this limit. One thread only so far: the raw system call is enough. */
    TEST_SYS3(setresuid, 65534, 65534, 65534);
    for (int i = 0; i < 3; i++)
        CHECK_EQ(pthread_attr_init(&attrs[i]), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attrs[1], 1 << 20), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attrs[2], PTHREAD_CREATE_DETACHED), 0);

    test_finish(test_start(routine, NULL));
    for (int round = 0; round < 3; round++) {
        size = test_status("VmSize:");
        test_rlimit_set(TEST_RLIMIT_NPROC, 1);
        for (int i = 0; i < 60; i++)
            CHECK_EQ(pthread_create(&thread, i % 4 == 3 ? NULL : &attrs[i % 3], routine, NULL),
                     EAGAIN);
        CHECK_EQ(LOAD(&ran), 1 + 5 * round);
        /* What is kept for reuse may have been taken apart, it must not have grown. A block of the
         * default size may be kept from the first failed attempt on. */
        if (round > 0)
            CHECK(test_status("VmSize:") <= size);
        test_rlimit_set(TEST_RLIMIT_NPROC, before.soft);
        for (intptr_t i = 0; i < 5; i++) {
            CHECK_EQ(pthread_create(&thread, &attrs[i % 2], routine, (void *)i), 0);
            CHECK_EQ(test_finish(thread), i);
        }
    }
    return 0;
}
