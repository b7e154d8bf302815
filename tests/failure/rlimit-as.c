/* SPDX-License-Identifier: MIT */
/*
 * mmap fails because of RLIMIT_AS, at every possible point: with less and less room left, creating
 * threads gives EAGAIN sooner or later, leaks nothing, and works again when there is room.
 */
#include "test.h"

enum { MOST = 200 };
static struct gate go;

static void *routine(void *arg)
{
    gate_wait(&go);
    return arg;
}

static void *quick(void *arg)
{
    return arg;
}

int main(void)
{
    struct test_rlimit before = test_rlimit_get(TEST_RLIMIT_AS);
    static pthread_t thread[MOST];
    pthread_attr_t attr;
    long peak = 0;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 1 << 20), 0);
    test_finish(test_start(quick, NULL));
    for (int round = 0; round < 24; round++) {
        unsigned long room = 16UL << 20, used = (unsigned long)test_status("VmSize:") << 10;
        int n = 0, error;

        STORE(&go.count, 0);
        test_rlimit_set(TEST_RLIMIT_AS, used + room - (unsigned long)round * 92 * 1024);
        while ((error = pthread_create(&thread[n], &attr, routine, (void *)(intptr_t)n)) == 0) {
            n++;
            CHECK(n < MOST); /* the limit holds */
        }
        CHECK_EQ(error, EAGAIN);
        for (int i = 0; i < 20; i++)
            CHECK_EQ(pthread_create(&thread[n], &attr, routine, NULL), EAGAIN);
        gate_open(&go);
        for (int i = 0; i < n; i++)
            CHECK_EQ(test_finish(thread[i]), i);
        test_rlimit_set(TEST_RLIMIT_AS, before.soft);
        CHECK_EQ(pthread_create(&thread[0], &attr, quick, (void *)7), 0);
        CHECK_EQ(test_finish(thread[0]), 7);
        if (round == 11) /* what ended threads leave for the next ones is as much as it gets */
            peak = test_status("VmSize:");
    }
    CHECK(test_status("VmSize:") <= peak + 64 * 1024);
    return 0;
}
