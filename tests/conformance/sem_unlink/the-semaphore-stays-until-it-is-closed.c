/* SPDX-License-Identifier: MIT */
/*
 * After sem_unlink the semaphore goes on for those who have it open; the name is free, and a new
 * semaphore of that name is another.
 */
#include "shared.h"

int main(void)
{
    struct test_name name = test_name("unlink");
    sem_t *old = sem_open(name.text, O_CREAT | O_EXCL, 0600, 1), *new;

    CHECK(old != SEM_FAILED);
    CHECK_EQ(sem_unlink(name.text), 0);
    CHECK_OPEN_FAILS(sem_open(name.text, 0), ENOENT);
    CHECK_FAILS(sem_unlink(name.text), ENOENT);
    CHECK_EQ(sem_post(old), 0);
    CHECK_EQ(test_value(old), 2);

    new = sem_open(name.text, O_CREAT, 0600, 7);
    CHECK(new != SEM_FAILED &&new != old);
    CHECK_EQ(sem_wait(old), 0);
    CHECK_EQ(test_value(old), 1);
    CHECK_EQ(test_value(new), 7);
    CHECK(sem_open(name.text, 0) == new);
    CHECK_EQ(sem_close(old), 0);
    CHECK_EQ(test_value(new), 7);
    CHECK_EQ(sem_unlink(name.text), 0);
    CHECK_EQ(sem_close(new), 0);
    CHECK_EQ(test_value(new), 7);
    CHECK_EQ(sem_close(new), 0);
    return 0;
}
