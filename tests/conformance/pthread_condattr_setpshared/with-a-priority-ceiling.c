/* SPDX-License-Identifier: MIT */
/*
 * With a mutex that has a priority ceiling, and a condition variable that processes may share: it
 * is released while threads wait, is theirs again afterwards, and each signal lets one go.
 */
#include "ceiling.h"
#include "shared-condition.h"

int main(void)
{
    wait_call ways[] = {plain_wait, timedwait};
    struct timespec past = now_plus_ms(CLOCK_REALTIME, -1), bad = {.tv_nsec = -1};

    ceiling_begin(5);
    share_condition();
    ceiling_make(&mutex, PTHREAD_MUTEX_ERRORCHECK, 10);
    CHECK_EQ(plain_wait(0), EPERM);
    let_go(ways, 0);
    let_go(ways, 1);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &bad), EINVAL);
    CHECK_EQ(pthread_cond_timedwait(&cond, &mutex, &past), ETIMEDOUT);
    CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    return 0;
}
