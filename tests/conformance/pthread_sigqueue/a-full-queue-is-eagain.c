/* SPDX-License-Identifier: MIT */
/*
 * EAGAIN if the limit of signals that may be queued is reached (RLIMIT_SIGPENDING).
 */
#include "test.h"

int main(void)
{
    enum { SIG = 40, RLIMIT_PENDING = 11 };
    union sigval value = {.sival_int = 1};
    sigset_t mask;
    int error = 0, sent = 0;

    CHECK_EQ(sigemptyset(&mask), 0);
    CHECK_EQ(sigaddset(&mask, SIG), 0);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &mask, NULL), 0);
    test_rlimit_set(RLIMIT_PENDING, 20); /* what the user's other processes have counts too */
    while (sent <= 20 && (error = pthread_sigqueue(pthread_self(), SIG, value)) == 0)
        sent++;
    CHECK_EQ(error, EAGAIN);
    return 0;
}
