/* SPDX-License-Identifier: MIT */
/*
 * The affinity that is set is the one that is read, for another thread and for the caller; EINVAL
 * for an empty set.
 */
#include "test.h"

static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);
    cpu_set_t all, one, now;
    int cpu = -1;

    gate_wait(&up);
    CPU_ZERO(&all);
    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof all, &all), 0);
    for (int i = 0; i < CPU_SETSIZE; i++)
        if (CPU_ISSET(i, &all))
            cpu = i;
    CHECK(cpu >= 0);
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    CHECK_EQ(pthread_setaffinity_np(thread, sizeof one, &one), 0);
    CPU_ZERO(&now);
    CHECK_EQ(pthread_getaffinity_np(thread, sizeof now, &now), 0);
    CHECK(CPU_EQUAL(&now, &one));
    CPU_ZERO(&now);
    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof now, &now), 0);
    CHECK(CPU_EQUAL(&now, &all));
    CPU_ZERO(&now);
    CHECK_EQ(pthread_setaffinity_np(thread, sizeof now, &now), EINVAL);
    gate_open(&go);
    test_finish(thread);
    return 0;
}
