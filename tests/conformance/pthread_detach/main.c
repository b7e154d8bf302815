/* SPDX-License-Identifier: MIT */
/*
 * The initial thread may be detached, and goes on.
 */
#include "test.h"

int main(void)
{
    pthread_attr_t attr;
    int state;

    CHECK_EQ(pthread_detach(pthread_self()), 0);
    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getdetachstate(&attr, &state), 0);
    CHECK_EQ(state, PTHREAD_CREATE_DETACHED);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
