/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the value exceeds SEM_VALUE_MAX.
 */
#include "shared.h"

int main(void)
{
    sem_t sem;

    CHECK_FAILS(sem_init(&sem, 0, SEM_VALUE_MAX + 1u), EINVAL);
    CHECK_FAILS(sem_init(&sem, 1, UINT_MAX), EINVAL);
    return 0;
}
