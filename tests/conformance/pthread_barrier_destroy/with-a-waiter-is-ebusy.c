/* SPDX-License-Identifier: MIT */
/*
 * EBUSY while a thread waits at the barrier (POSIX: undefined); it stays usable, and can be made
 * anew for another number of threads when it is destroyed.
 */
#include "pthin-alone.h"
#include "waiter.h"

static int call_wait(void *barrier)
{
    return pthread_barrier_wait(barrier);
}

int main(void)
{
    pthread_barrier_t barrier;

    for (unsigned count = 2; count <= 3; count++) {
        struct waiter waiter[2];
        int serial = 0;

        CHECK_EQ(pthread_barrier_init(&barrier, NULL, count), 0);
        for (unsigned i = 0; i < count - 1; i++) {
            waiter_block(&waiter[i], call_wait, &barrier);
            CHECK_EQ(pthread_barrier_destroy(&barrier), EBUSY);
        }
        serial += pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD;
        for (unsigned i = 0; i < count - 1; i++)
            serial += waiter_result(&waiter[i]) == PTHREAD_BARRIER_SERIAL_THREAD;
        CHECK_EQ(serial, 1);
        CHECK_EQ(pthread_barrier_destroy(&barrier), 0);
    }
    return 0;
}
