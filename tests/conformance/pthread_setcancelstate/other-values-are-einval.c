/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the state is neither PTHREAD_CANCEL_ENABLE nor PTHREAD_CANCEL_DISABLE; the same for the
 * type. The old value's pointer may be NULL.
 */
#include "test.h"

int main(void)
{
    int old = -1;

    CHECK_EQ(pthread_setcancelstate(-1, &old), EINVAL);
    CHECK_EQ(pthread_setcancelstate(1000, &old), EINVAL);
    CHECK_EQ(pthread_setcanceltype(-1, &old), EINVAL);
    CHECK_EQ(pthread_setcanceltype(1000, &old), EINVAL);
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL), 0);
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_DISABLE);
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL), 0);
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &old), 0);
    CHECK_EQ(old, PTHREAD_CANCEL_ASYNCHRONOUS);
    return 0;
}
