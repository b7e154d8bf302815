/* SPDX-License-Identifier: MIT */
/*
 * A new thread may run where its creator may, and a change of one is not a change of the other.
 */
#include "test.h"

static cpu_set_t all, one;

static void *routine(void *arg)
{
    cpu_set_t now;

    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof now, &now), 0);
    CHECK(CPU_EQUAL(&now, (cpu_set_t *)arg));
    CHECK_EQ(pthread_setaffinity_np(pthread_self(), sizeof all, &all), 0);
    return arg;
}

int main(void)
{
    cpu_set_t now;

    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof all, &all), 0);
    test_finish(test_start(routine, &all));
    CPU_ZERO(&one);
    for (int cpu = CPU_SETSIZE - 1; cpu >= 0 && !CPU_COUNT(&one); cpu--)
        if (CPU_ISSET(cpu, &all))
            CPU_SET(cpu, &one);
    CHECK_EQ(pthread_setaffinity_np(pthread_self(), sizeof one, &one), 0);
    test_finish(test_start(routine, &one));
    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof now, &now), 0);
    CHECK(CPU_EQUAL(&now, &one));
    return 0;
}
