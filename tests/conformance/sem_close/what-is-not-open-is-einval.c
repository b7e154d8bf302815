/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the argument is not a semaphore that is open by name.
 */
#include "pthin-alone.h"
#include "shared.h"

int main(void)
{
    struct test_name name = test_name("open");
    sem_t *sem = sem_open(name.text, O_CREAT | O_EXCL, 0600, 1);
    sem_t unnamed;

    CHECK(sem != SEM_FAILED);
    CHECK_EQ(sem_unlink(name.text), 0);
    CHECK_EQ(sem_init(&unnamed, 0, 1), 0);
    CHECK_FAILS(sem_close(&unnamed), EINVAL);
    CHECK_EQ(sem_close(sem), 0);
    CHECK_FAILS(sem_close(sem), EINVAL);
    return 0;
}
