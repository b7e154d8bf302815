/* SPDX-License-Identifier: MIT */
/*
 * If attr is NULL the default attributes are used, and the mutex is unlocked; a destroyed one can
 * be reinitialized, with another type.
 */
#include "test.h"

int main(void)
{
    pthread_mutexattr_t attr;
    pthread_mutex_t mutex;

    memset(&mutex, 0xa5, sizeof mutex);
    for (int i = 0; i < 3; i++) {
        CHECK_EQ(pthread_mutex_init(&mutex, NULL), 0);
        CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
        CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);

        CHECK_EQ(pthread_mutexattr_init(&attr), 0);
        CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE), 0);
        CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
        CHECK_EQ(pthread_mutexattr_destroy(&attr), 0); /* does not matter to the mutex */
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
