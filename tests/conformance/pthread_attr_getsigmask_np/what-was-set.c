/* SPDX-License-Identifier: MIT */
/*
 * The mask that was set comes back; if there is none the result is PTHREAD_ATTR_NO_SIGMASK_NP and
 * the mask empty.
 */
#include "test.h"

int main(void)
{
    pthread_attr_t attr;
    sigset_t mask, got;
    cpu_set_t cpus;

    CPU_ZERO(&cpus);
    CPU_SET(0, &cpus);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(sigfillset(&got), 0);
    CHECK_EQ(pthread_attr_getsigmask_np(&attr, &got), PTHREAD_ATTR_NO_SIGMASK_NP);
    CHECK_EQ(sigismember(&got, SIGUSR1), 0);

    CHECK_EQ(sigemptyset(&mask), 0);
    CHECK_EQ(sigaddset(&mask, SIGUSR1), 0);
    CHECK_EQ(pthread_attr_setsigmask_np(&attr, &mask), 0);
    CHECK_EQ(pthread_attr_setaffinity_np(&attr, sizeof cpus, &cpus), 0); /* beside it */
    CHECK_EQ(pthread_attr_getsigmask_np(&attr, &got), 0);
    CHECK_EQ(sigismember(&got, SIGUSR1), 1);
    CHECK_EQ(sigismember(&got, SIGUSR2), 0);

    CHECK_EQ(sigemptyset(&mask), 0); /* an empty mask is one */
    CHECK_EQ(pthread_attr_setsigmask_np(&attr, &mask), 0);
    CHECK_EQ(pthread_attr_getsigmask_np(&attr, &got), 0);
    CHECK_EQ(sigismember(&got, SIGUSR1), 0);

    CHECK_EQ(pthread_attr_setsigmask_np(&attr, NULL), 0);
    CHECK_EQ(pthread_attr_getsigmask_np(&attr, &got), PTHREAD_ATTR_NO_SIGMASK_NP);
    CPU_ZERO(&cpus);
    CHECK_EQ(pthread_attr_getaffinity_np(&attr, sizeof cpus, &cpus), 0);
    CHECK(CPU_ISSET(0, &cpus) && !CPU_ISSET(1, &cpus));
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
