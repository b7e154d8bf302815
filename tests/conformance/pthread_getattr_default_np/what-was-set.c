/* SPDX-License-Identifier: MIT */
/*
 * pthread_getattr_default_np returns the defaults: at first those of a new object, then all that
 * was set.
 */
#include "policy.h"

int main(void)
{
    struct sched_param param = {.sched_priority = 12};
    pthread_attr_t attr, now;
    size_t one = 0, other = 1;
    cpu_set_t cpus, got;
    sigset_t mask;
    int value = -1;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_getattr_default_np(&now), 0);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &one), 0);
    CHECK_EQ(pthread_attr_getstacksize(&now, &other), 0);
    CHECK_EQ(one, other);
    CHECK_EQ(pthread_attr_getguardsize(&attr, &one), 0);
    CHECK_EQ(pthread_attr_getguardsize(&now, &other), 0);
    CHECK_EQ(one, other);
    CHECK_EQ(pthread_attr_getinheritsched(&now, &value), 0);
    CHECK_EQ(value, PTHREAD_INHERIT_SCHED);
    CHECK_EQ(pthread_attr_getdetachstate(&now, &value), 0);
    CHECK_EQ(value, PTHREAD_CREATE_JOINABLE);
    CHECK_EQ(pthread_attr_destroy(&now), 0);

    CPU_ZERO(&cpus);
    CPU_SET(0, &cpus);
    CPU_SET(700, &cpus);
    CHECK_EQ(sigemptyset(&mask), 0);
    CHECK_EQ(sigaddset(&mask, SIGUSR1), 0);
    test_policy_attr(&attr, SCHED_RR, 12);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 900 * 1024), 0);
    CHECK_EQ(pthread_attr_setguardsize(&attr, 8192), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    CHECK_EQ(pthread_attr_setaffinity_np(&attr, sizeof cpus, &cpus), 0);
    CHECK_EQ(pthread_attr_setsigmask_np(&attr, &mask), 0);
    CHECK_EQ(pthread_setattr_default_np(&attr), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);

    for (int i = 0; i < 2; i++) { /* each is an object of its own */
        CHECK_EQ(pthread_getattr_default_np(&now), 0);
        CHECK_EQ(pthread_attr_getstacksize(&now, &one), 0);
        CHECK_EQ(one, 900 * 1024);
        CHECK_EQ(pthread_attr_getguardsize(&now, &one), 0);
        CHECK_EQ(one, 8192);
        CHECK_EQ(pthread_attr_getinheritsched(&now, &value), 0);
        CHECK_EQ(value, PTHREAD_EXPLICIT_SCHED);
        CHECK_EQ(pthread_attr_getdetachstate(&now, &value), 0);
        CHECK_EQ(value, PTHREAD_CREATE_DETACHED);
        CHECK_EQ(pthread_attr_getschedpolicy(&now, &value), 0);
        CHECK_EQ(value, SCHED_RR);
        CHECK_EQ(pthread_attr_getschedparam(&now, &param), 0);
        CHECK_EQ(param.sched_priority, 12);
        CPU_ZERO(&got);
        CHECK_EQ(pthread_attr_getaffinity_np(&now, sizeof got, &got), 0);
        CHECK(CPU_EQUAL(&got, &cpus));
        CHECK_EQ(sigemptyset(&mask), 0);
        CHECK_EQ(pthread_attr_getsigmask_np(&now, &mask), 0);
        CHECK_EQ(sigismember(&mask, SIGUSR1), 1);
        CHECK_EQ(pthread_attr_destroy(&now), 0);
    }
    return 0;
}
