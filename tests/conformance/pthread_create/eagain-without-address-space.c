/* SPDX-License-Identifier: MIT */
/*
 * EAGAIN if the system lacks the resources to create another thread. Nothing is kept from the
 * failed attempt: when the resource is there again, the next creation works.
 */
#include "test.h"

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    struct test_rlimit before = test_rlimit_get(TEST_RLIMIT_AS);
    unsigned long used;
    pthread_attr_t attr;
    pthread_t thread;

    test_finish(test_start(routine, NULL));
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 512UL << 20), 0);

    used = (unsigned long)test_status("VmSize:");
    test_rlimit_set(TEST_RLIMIT_AS, (used << 10) + (64UL << 20));
    for (int i = 0; i < 50; i++)
        CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), EAGAIN);
    CHECK((unsigned long)test_status("VmSize:") <= used);
    test_rlimit_set(TEST_RLIMIT_AS, before.soft);

    CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)3), 0);
    CHECK_EQ(test_finish(thread), 3);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
