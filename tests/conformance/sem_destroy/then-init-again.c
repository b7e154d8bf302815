/* SPDX-License-Identifier: MIT */
/*
 * A destroyed semaphore can be initialised again.
 */
#include "shared.h"

int main(void)
{
    sem_t sem;

    for (unsigned i = 0; i < 5; i++) {
        CHECK_EQ(sem_init(&sem, i % 2, i), 0);
        CHECK_EQ(test_value(&sem), i);
        CHECK_EQ(sem_post(&sem), 0);
        CHECK_EQ(sem_wait(&sem), 0);
        CHECK_EQ(sem_destroy(&sem), 0);
    }
    return 0;
}
