/* SPDX-License-Identifier: MIT */
/*
 * Under no circumstance shall the function fail with a timeout if the mutex can be locked
 * immediately; the validity of abstime need not be checked then.
 */
#include "test.h"

int main(void)
{
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    struct timespec past = now_plus_ms(CLOCK_REALTIME, -1000), zero = {0};

    CHECK_EQ(pthread_mutex_timedlock(&mutex, &past), 0);
    CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_timedlock(&mutex, &zero), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    return 0;
}
