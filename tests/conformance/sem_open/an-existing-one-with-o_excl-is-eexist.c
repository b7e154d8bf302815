/* SPDX-License-Identifier: MIT */
/*
 * EEXIST if O_CREAT and O_EXCL are set and the semaphore exists. O_CREAT alone then has no effect.
 */
#include "shared.h"

int main(void)
{
    struct test_name name = test_name("exists");
    sem_t *sem = sem_open(name.text, O_CREAT | O_EXCL, 0600, 5);

    CHECK(sem != SEM_FAILED);
    CHECK_OPEN_FAILS(sem_open(name.text, O_CREAT | O_EXCL, 0600, 5), EEXIST);
    CHECK(sem_open(name.text, O_CREAT, 0600, 9) == sem);
    CHECK_EQ(test_value(sem), 5);
    CHECK_EQ(sem_unlink(name.text), 0);
    return 0;
}
