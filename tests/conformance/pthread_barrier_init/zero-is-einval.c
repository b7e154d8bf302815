/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the value specified by count is equal to zero.
 */
#include "test.h"

int main(void)
{
    pthread_barrier_t barrier;

    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 0), EINVAL);
    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 3), 0);
    CHECK_EQ(pthread_barrier_destroy(&barrier), 0);
    return 0;
}
