/* SPDX-License-Identifier: MIT */
/*
 * A set of CPUs and a signal mask that an object holds go with it: many objects, one after the
 * other, do not make the process grow.
 */
#include "test.h"

int main(void)
{
    cpu_set_t cpus[16]; /* more than an object has room for */
    sigset_t mask;
    long before = 0;

    memset(cpus, 0xff, sizeof cpus);
    CHECK_EQ(sigemptyset(&mask), 0);
    for (int i = 0; i < 3000; i++) {
        pthread_attr_t attr;

        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setsigmask_np(&attr, &mask), 0);
        CHECK_EQ(pthread_attr_setaffinity_np(&attr, sizeof cpus, cpus), 0);
        CHECK_EQ(pthread_attr_setaffinity_np(&attr, sizeof cpus[0], cpus), 0);
        CHECK_EQ(pthread_attr_destroy(&attr), 0);
        if (i == 500)
            before = test_status("VmSize:");
    }
    CHECK(test_status("VmSize:") < before + 2000); /* 2500 objects of 2 KiB and more were 5 MiB */
    return 0;
}
