/* SPDX-License-Identifier: MIT */
/*
 * After a barrier was made, no change of the attributes affects it, their destruction included; and
 * they may be initialised again, which gives the defaults.
 */
#include "waiter.h"

static pthread_barrier_t barrier;

static int meet(void *arg)
{
    (void)arg;
    return pthread_barrier_wait(&barrier);
}

int main(void)
{
    pthread_barrierattr_t attr;
    int shared = -1;

    CHECK_EQ(pthread_barrierattr_init(&attr), 0);
    CHECK_EQ(pthread_barrierattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_barrier_init(&barrier, &attr, 2), 0);
    CHECK_EQ(pthread_barrierattr_setpshared(&attr, PTHREAD_PROCESS_PRIVATE), 0);
    CHECK_EQ(pthread_barrierattr_destroy(&attr), 0);
    memset(&attr, 0xa5, sizeof attr);
    for (int i = 0; i < 3; i++) {
        struct waiter waiter;
        int mine;

        waiter_block(&waiter, meet, NULL);
        mine = meet(NULL);
        CHECK_EQ(mine + waiter_result(&waiter), PTHREAD_BARRIER_SERIAL_THREAD);
    }
    CHECK_EQ(pthread_barrier_destroy(&barrier), 0);

    CHECK_EQ(pthread_barrierattr_init(&attr), 0);
    CHECK_EQ(pthread_barrierattr_getpshared(&attr, &shared), 0);
    CHECK_EQ(shared, PTHREAD_PROCESS_PRIVATE);
    CHECK_EQ(pthread_barrierattr_destroy(&attr), 0);
    return 0;
}
