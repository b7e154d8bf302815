/* SPDX-License-Identifier: MIT */
/*
 * SIGKILL and SIGSTOP cannot be blocked; asking for it is no error.
 */
#include "test.h"

int main(void)
{
    sigset_t set, now;

    sigemptyset(&set);
    sigaddset(&set, SIGKILL);
    sigaddset(&set, SIGSTOP);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &set, NULL), 0);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &now), 0);
    CHECK_EQ(sigismember(&now, SIGKILL), 0);
    CHECK_EQ(sigismember(&now, SIGSTOP), 0);
    return 0;
}
