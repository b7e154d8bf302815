/* SPDX-License-Identifier: MIT */
/*
 * pthread_mutexattr_setrobust_np, pthread_mutexattr_getrobust_np and pthread_mutex_consistent_np
 * are the functions that POSIX took in under the names without _np.
 * test-flags: -Wno-deprecated-declarations
 */
#include "test.h"

static pthread_mutex_t mutex;

static void *dies_with_it(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    return arg;
}

int main(void)
{
    pthread_mutexattr_t attr;
    int robust = -1;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_getrobust_np(&attr, &robust), 0);
    CHECK_EQ(robust, PTHREAD_MUTEX_STALLED_NP);
    CHECK_EQ(pthread_mutexattr_setrobust_np(&attr, 12345), EINVAL);
    CHECK_EQ(pthread_mutexattr_setrobust_np(&attr, PTHREAD_MUTEX_ROBUST_NP), 0);
    CHECK_EQ(pthread_mutexattr_getrobust(&attr, &robust), 0);
    CHECK_EQ(robust, PTHREAD_MUTEX_ROBUST);
    CHECK_EQ(pthread_mutex_init(&mutex, &attr), 0);
    CHECK_EQ(pthread_mutex_consistent_np(&mutex), EINVAL);
    test_finish(test_start(dies_with_it, NULL));
    CHECK_EQ(pthread_mutex_lock(&mutex), EOWNERDEAD);
    CHECK_EQ(pthread_mutex_consistent_np(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    return 0;
}
