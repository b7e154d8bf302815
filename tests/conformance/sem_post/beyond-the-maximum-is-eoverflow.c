/* SPDX-License-Identifier: MIT */
/*
 * EOVERFLOW if the value would exceed SEM_VALUE_MAX; the value stays.
 */
#include "shared.h"

int main(void)
{
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, SEM_VALUE_MAX - 1), 0);
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_FAILS(sem_post(&sem), EOVERFLOW);
    CHECK_EQ(test_value(&sem), SEM_VALUE_MAX);
    CHECK_EQ(sem_wait(&sem), 0);
    CHECK_EQ(sem_post(&sem), 0);
    return 0;
}
