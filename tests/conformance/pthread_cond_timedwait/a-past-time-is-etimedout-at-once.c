/* SPDX-License-Identifier: MIT */
/*
 * ETIMEDOUT if the absolute time has already passed at the time of the call; the mutex is
 * nevertheless released and taken again.
 */
#include "test.h"

int main(void)
{
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
    const struct timespec past[] = {
        now_plus_ms(CLOCK_REALTIME, -1), {.tv_sec = 0}, {.tv_sec = -1}, {.tv_sec = -1000000}};

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    for (int i = 0; i < 4; i++) {
        int error;

        WAIT_UNTIL((error = pthread_cond_timedwait(&cond, &mutex, &past[i])) != 0);
        CHECK_EQ(error, ETIMEDOUT);
        CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    }
    return 0;
}
