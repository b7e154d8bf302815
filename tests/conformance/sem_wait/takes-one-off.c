/* SPDX-License-Identifier: MIT */
/*
 * With the value above 0, sem_wait takes one off it and returns 0 without blocking.
 */
#include "shared.h"

int main(void)
{
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, 10), 0);
    errno = 1234;
    for (int i = 9; i >= 0; i--) {
        CHECK_EQ(sem_wait(&sem), 0);
        CHECK_EQ(test_value(&sem), i);
    }
    CHECK_EQ(errno, 1234);
    return 0;
}
