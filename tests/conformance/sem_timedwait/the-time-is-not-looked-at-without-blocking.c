/* SPDX-License-Identifier: MIT */
/*
 * EINVAL for nanoseconds that are out of range only if the thread would have blocked.
 */
#include "shared.h"

int main(void)
{
    struct timespec bad[] = {{0, -1}, {0, 1000000000}};
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, 2), 0);
    for (int i = 0; i < 2; i++)
        CHECK_EQ(sem_timedwait(&sem, &bad[i]), 0);
    return 0;
}
