/* SPDX-License-Identifier: MIT */
/*
 * A thread that spins on the lock gets it when it is unlocked, not before, and sees all that was
 * written under it.
 */
#include "waiter.h"

enum { ROUNDS = 20 };
static pthread_spinlock_t lock;
static int spins, written[2], released;

static int spin(void *arg)
{
    STORE(&spins, 1);
    CHECK_EQ(pthread_spin_lock(&lock), 0);
    CHECK_EQ(released, 1);
    CHECK_EQ(written[0], written[1]);
    CHECK_EQ(pthread_spin_trylock(&lock), EBUSY);
    CHECK_EQ(pthread_spin_unlock(&lock), 0);
    return arg != NULL;
}

int main(void)
{
    for (int shared = 0; shared < 2; shared++) {
        CHECK_EQ(pthread_spin_init(&lock, shared), 0);
        for (int i = 0; i < ROUNDS; i++) {
            struct waiter waiter;

            spins = released = 0;
            CHECK_EQ(pthread_spin_lock(&lock), 0);
            waiter_start(&waiter, NULL, spin, NULL);
            WAIT_UNTIL(LOAD(&spins));
            written[0] = i;
            for (int k = 0; k < 10; k++) /* it runs on the same CPU, if there is only one */
                TEST_SYS0(sched_yield);
            CHECK_EQ(LOAD(&waiter.returned), 0);
            written[1] = i;
            released = 1;
            CHECK_EQ(pthread_spin_unlock(&lock), 0);
            CHECK_EQ(waiter_result(&waiter), 0);
        }
        CHECK_EQ(pthread_spin_destroy(&lock), 0);
    }
    return 0;
}
