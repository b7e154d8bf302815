/* SPDX-License-Identifier: MIT */
/*
 * Default PTHREAD_PROCESS_PRIVATE; set and get agree; EINVAL for others.
 */
#include "test.h"

int main(void)
{
    pthread_barrierattr_t attr;
    int value = -1;

    CHECK_EQ(pthread_barrierattr_init(&attr), 0);
    CHECK_EQ(pthread_barrierattr_getpshared(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_PROCESS_PRIVATE);
    CHECK_EQ(pthread_barrierattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_barrierattr_setpshared(&attr, 2), EINVAL);
    CHECK_EQ(pthread_barrierattr_setpshared(&attr, -1), EINVAL);
    CHECK_EQ(pthread_barrierattr_getpshared(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_PROCESS_SHARED);
    CHECK_EQ(pthread_barrierattr_destroy(&attr), 0);
    return 0;
}
