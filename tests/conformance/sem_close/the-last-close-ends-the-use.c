/* SPDX-License-Identifier: MIT */
/*
 * sem_close undoes one sem_open; it does not touch the semaphore, which can be opened again as it
 * was left.
 */
#include "shared.h"

int main(void)
{
    struct test_name name = test_name("close");
    sem_t *sem = sem_open(name.text, O_CREAT | O_EXCL, 0600, 4);

    CHECK(sem != SEM_FAILED);
    for (int value = 3; value >= 0; value--) {
        CHECK_EQ(sem_wait(sem), 0);
        CHECK_EQ(sem_close(sem), 0);
        sem = sem_open(name.text, 0);
        CHECK(sem != SEM_FAILED);
        CHECK_EQ(test_value(sem), value);
    }
    CHECK_EQ(sem_close(sem), 0);
    CHECK_EQ(sem_unlink(name.text), 0);
    return 0;
}
