/* SPDX-License-Identifier: MIT */
/*
 * EINVAL from whatever joins or detaches a thread that was created with detachstate
 * PTHREAD_CREATE_DETACHED, while it lives (POSIX: undefined).
 */
#include "pthin-alone.h"

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    CHECK_EQ(pthread_create(&thread, &attr, alone_until_go, NULL), 0);
    CHECK_EQ(pthin_thread_join((pthin_thread *)thread, NULL), EINVAL);
    CHECK_EQ(pthin_thread_detach((pthin_thread *)thread), EINVAL);
    alone_detached_end();
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
