/* SPDX-License-Identifier: MIT */
/*
 * By its owner: EDEADLK on an error-checking mutex, one more lock on a recursive one, ETIMEDOUT on
 * a normal one.
 */
#include "test.h"

int main(void)
{
    static const struct {
        int type, error;
    } cases[] = {{PTHREAD_MUTEX_NORMAL, ETIMEDOUT},
                 {PTHREAD_MUTEX_ERRORCHECK, EDEADLK},
                 {PTHREAD_MUTEX_RECURSIVE, 0}};

    for (int i = 0; i < 3; i++) {
        struct timespec end = now_plus_ms(CLOCK_REALTIME, 20);
        pthread_mutexattr_t attr;
        pthread_mutex_t mutex;

        CHECK_EQ(pthread_mutexattr_init(&attr), 0);
        CHECK_EQ(pthread_mutexattr_settype(&attr, cases[i].type), 0);
        CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
        CHECK_EQ(pthread_mutex_timedlock(&mutex, &end), 0);
        CHECK_EQ(pthread_mutex_timedlock(&mutex, &end), cases[i].error);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        if (cases[i].error == 0)
            CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
