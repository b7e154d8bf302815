/* SPDX-License-Identifier: MIT */
/*
 * sem_wait, sem_timedwait and sem_trywait: the first two are cancellation points even if they would
 * not block, and then take no token; the last one is none.
 */
#include "shared.h"

static sem_t sem;
static struct gate cancelled;
static int which;

static void *waiter(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 1000);

    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL), 0);
    gate_wait_for(&cancelled, which + 1);
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, NULL), 0);
    if (which == 0)
        sem_wait(&sem);
    else if (which == 1)
        sem_timedwait(&sem, &end);
    else
        CHECK_EQ(sem_trywait(&sem), 0);
    CHECK_EQ(which, 2);
    return arg;
}

int main(void)
{
    CHECK_EQ(sem_init(&sem, 0, 1), 0);
    for (which = 0; which < 3; which++) {
        pthread_t thread = test_start(waiter, &sem);

        CHECK_EQ(pthread_cancel(thread), 0);
        gate_open(&cancelled);
        CHECK(test_finish(thread) == (which < 2 ? PTHREAD_CANCELED : &sem));
        CHECK_EQ(test_value(&sem), which < 2 ? 1 : 0);
    }
    return 0;
}
