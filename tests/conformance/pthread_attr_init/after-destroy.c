/* SPDX-License-Identifier: MIT */
/*
 * A destroyed attributes object can be reinitialized, and has the defaults again.
 */
#include "test.h"

int main(void)
{
    pthread_attr_t attr;
    size_t standard, size;
    int state;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_getstacksize(&attr, &standard), 0);
    for (int i = 0; i < 3; i++) {
        CHECK_EQ(pthread_attr_setstacksize(&attr, 3 << 20), 0);
        CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
        CHECK_EQ(pthread_attr_destroy(&attr), 0);
        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_getstacksize(&attr, &size), 0);
        CHECK_EQ(size, standard);
        CHECK_EQ(pthread_attr_getdetachstate(&attr, &state), 0);
        CHECK_EQ(state, PTHREAD_CREATE_JOINABLE);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
