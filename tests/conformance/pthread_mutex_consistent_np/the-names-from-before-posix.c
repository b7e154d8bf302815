/* SPDX-License-Identifier: MIT */
/*
 * pthread_mutex_consistent_np is pthread_mutex_consistent by its name from before POSIX.
 * test-flags: -Wno-deprecated-declarations
 */
#include "mutexes.h"

int main(void)
{
    pthread_mutex_t mutex;

    mutex_make_robust(&mutex);
    CHECK_EQ(pthread_mutex_consistent_np(&mutex), EINVAL);
    mutex_abandon(&mutex);
    CHECK_EQ(pthread_mutex_lock(&mutex), EOWNERDEAD);
    CHECK_EQ(pthread_mutex_consistent_np(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    return 0;
}
