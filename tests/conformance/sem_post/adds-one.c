/* SPDX-License-Identifier: MIT */
/*
 * With no thread blocked, sem_post adds one to the value, returns 0 and leaves errno alone.
 */
#include "shared.h"

int main(void)
{
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    errno = 1234;
    for (int i = 1; i <= 100; i++) {
        CHECK_EQ(sem_post(&sem), 0);
        CHECK_EQ(test_value(&sem), i);
    }
    CHECK_EQ(errno, 1234);
    return 0;
}
