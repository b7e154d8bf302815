/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if set is not NULL and how is not one of the defined values; the mask is not changed. With
 * a NULL set how does not matter.
 */
#include "test.h"

int main(void)
{
    sigset_t set, now;

    sigfillset(&set);
    CHECK_EQ(pthread_sigmask(-1, &set, NULL), EINVAL);
    CHECK_EQ(pthread_sigmask(3, &set, NULL), EINVAL);
    CHECK_EQ(pthread_sigmask(1000, &set, NULL), EINVAL);
    CHECK_EQ(pthread_sigmask(1000, NULL, &now), 0);
    CHECK_EQ(sigismember(&now, SIGUSR1), 0);
    CHECK_EQ(sigismember(&now, SIGTERM), 0);
    return 0;
}
