/* SPDX-License-Identifier: MIT */
/*
 * Under no circumstance ETIMEDOUT if the semaphore can be locked immediately.
 */
#include "shared.h"

int main(void)
{
    struct timespec past[] = {{0, 0}, {-1, 0}};
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, 2), 0);
    for (int i = 0; i < 2; i++)
        CHECK_EQ(sem_timedwait(&sem, &past[i]), 0);
    CHECK_EQ(test_value(&sem), 0);
    return 0;
}
