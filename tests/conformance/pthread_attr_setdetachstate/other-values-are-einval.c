/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the value of detachstate is not valid; the attribute keeps its value.
 */
#include "test.h"

int main(void)
{
    static const int bad[] = {-1, 2, 3, 100, INT32_MAX, INT32_MIN};
    pthread_attr_t attr;
    int state = -1;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK_EQ(pthread_attr_setdetachstate(&attr, bad[i]), EINVAL);
    CHECK_EQ(pthread_attr_getdetachstate(&attr, &state), 0);
    CHECK_EQ(state, PTHREAD_CREATE_DETACHED);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
