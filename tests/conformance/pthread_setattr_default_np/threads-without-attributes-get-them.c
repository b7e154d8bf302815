/* SPDX-License-Identifier: MIT */
/*
 * Threads that are created without attributes get those that pthread_setattr_default_np was given:
 * stack and guard size, CPUs, signal mask. Stack size 0, as in a new object,
 * leaves the size as it is.
 */
#include "test.h"

static size_t wanted_stack;
static cpu_set_t wanted_cpus;
static int wanted_signal;

static void *routine(void *arg)
{
    pthread_attr_t attr;
    cpu_set_t cpus;
    sigset_t mask;
    size_t size = 0;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
    CHECK(size + 64 * 1024 >= wanted_stack && size <= wanted_stack + 64 * 1024);
    CHECK_EQ(pthread_attr_getguardsize(&attr, &size), 0);
    CHECK_EQ(size, 3 * TEST_PAGE);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof cpus, &cpus), 0);
    CHECK(CPU_EQUAL(&cpus, &wanted_cpus));
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &mask), 0);
    CHECK_EQ(sigismember(&mask, SIGUSR1), wanted_signal);
    return arg;
}

int main(void)
{
    pthread_attr_t attr;
    cpu_set_t all;
    sigset_t mask;

    CHECK_EQ(pthread_getaffinity_np(pthread_self(), sizeof all, &all), 0);
    wanted_cpus = all;
    wanted_stack = 700 * 1024;
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, wanted_stack), 0);
    CHECK_EQ(pthread_attr_setguardsize(&attr, 3 * TEST_PAGE), 0);
    CHECK_EQ(pthread_setattr_default_np(&attr), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    for (int i = 0; i < 3; i++)
        test_finish(test_start(routine, NULL));

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setguardsize(&attr, 3 * TEST_PAGE), 0);
    for (int cpu = CPU_SETSIZE - 1; cpu >= 0; cpu--)
        if (CPU_ISSET(cpu, &all)) {
            CPU_ZERO(&wanted_cpus);
            CPU_SET(cpu, &wanted_cpus);
        }
    CHECK_EQ(pthread_attr_setaffinity_np(&attr, sizeof wanted_cpus, &wanted_cpus), 0);
    CHECK_EQ(sigemptyset(&mask), 0);
    CHECK_EQ(sigaddset(&mask, SIGUSR1), 0);
    wanted_signal = 1;
    CHECK_EQ(pthread_attr_setsigmask_np(&attr, &mask), 0);
    CHECK_EQ(pthread_setattr_default_np(&attr), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    for (int i = 0; i < 3; i++)
        test_finish(test_start(routine, NULL));
    return 0;
}
