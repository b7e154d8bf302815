/* SPDX-License-Identifier: MIT */
/*
 * A barrier of one never blocks: its thread is the serial thread each time.
 */
#include "test.h"

int main(void)
{
    pthread_barrier_t barrier;

    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 1), 0);
    for (int i = 0; i < 100; i++)
        CHECK_EQ(pthread_barrier_wait(&barrier), PTHREAD_BARRIER_SERIAL_THREAD);
    CHECK_EQ(pthread_barrier_destroy(&barrier), 0);
    return 0;
}
