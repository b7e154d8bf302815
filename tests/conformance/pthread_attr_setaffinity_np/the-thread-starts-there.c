/* SPDX-License-Identifier: MIT */
/*
 * A thread starts on the CPUs in its attributes, and its creator stays where it is.
 */
#include "test.h"

static void *routine(void *arg)
{
    cpu_set_t now;

    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof now, &now), 0);
    CHECK(CPU_EQUAL(&now, (cpu_set_t *)arg));
    return arg;
}

int main(void)
{
    cpu_set_t all, now;

    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof all, &all), 0);
    for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) {
        pthread_attr_t attr;
        pthread_t thread;
        cpu_set_t one;

        if (!CPU_ISSET(cpu, &all))
            continue;
        CPU_ZERO(&one);
        CPU_SET(cpu, &one);
        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setaffinity_np(&attr, sizeof one, &one), 0);
        for (int i = 0; i < 2; i++) {
            CHECK_EQ(pthread_create(&thread, &attr, routine, &one), 0);
            CHECK_EQ(test_finish(thread), &one);
        }
        /* No set: as the creator. */
        CHECK_EQ(pthread_attr_setaffinity_np(&attr, 0, NULL), 0);
        CHECK_EQ(pthread_create(&thread, &attr, routine, &all), 0);
        CHECK_EQ(test_finish(thread), &all);
        CHECK_EQ(pthread_attr_destroy(&attr), 0);
    }
    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof now, &now), 0);
    CHECK(CPU_EQUAL(&now, &all));
    return 0;
}
