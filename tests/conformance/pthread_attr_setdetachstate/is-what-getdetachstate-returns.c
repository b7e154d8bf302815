/* SPDX-License-Identifier: MIT */
/*
 * pthread_attr_setdetachstate shall set the attribute, and pthread_attr_getdetachstate return it.
 */
#include "test.h"

int main(void)
{
    static const int states[] = {PTHREAD_CREATE_DETACHED, PTHREAD_CREATE_JOINABLE,
                                 PTHREAD_CREATE_JOINABLE, PTHREAD_CREATE_DETACHED};
    pthread_attr_t attr;

    CHECK(PTHREAD_CREATE_DETACHED != PTHREAD_CREATE_JOINABLE);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    for (int i = 0; i < 4; i++) {
        int state = -1;

        CHECK_EQ(pthread_attr_setdetachstate(&attr, states[i]), 0);
        CHECK_EQ(pthread_attr_getdetachstate(&attr, &state), 0);
        CHECK_EQ(state, states[i]);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
