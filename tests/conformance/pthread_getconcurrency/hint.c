/* SPDX-License-Identifier: MIT */
/*
 * pthread_setconcurrency takes a hint, which pthread_getconcurrency returns; EINVAL if negative.
 */
#include "test.h"

int main(void)
{
    CHECK_EQ(pthread_getconcurrency(), 0);
    CHECK_EQ(pthread_setconcurrency(-1), EINVAL);
    CHECK_EQ(pthread_setconcurrency(0), 0);
    CHECK_EQ(pthread_getconcurrency(), 0);
    return 0;
}
