/* SPDX-License-Identifier: MIT */
/*
 * sem_trywait takes one off a value above 0; EAGAIN, and no change, if it is 0.
 */
#include "shared.h"

int main(void)
{
    sem_t sem;

    CHECK_EQ(sem_init(&sem, 0, 2), 0);
    errno = 1234;
    CHECK_EQ(sem_trywait(&sem), 0);
    CHECK_EQ(sem_trywait(&sem), 0);
    CHECK_EQ(errno, 1234);
    for (int i = 0; i < 3; i++) {
        CHECK_FAILS(sem_trywait(&sem), EAGAIN);
        CHECK_EQ(test_value(&sem), 0);
    }
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_EQ(sem_trywait(&sem), 0);
    return 0;
}
