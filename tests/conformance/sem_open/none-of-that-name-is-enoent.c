/* SPDX-License-Identifier: MIT */
/*
 * ENOENT if O_CREAT is not set and there is no such semaphore.
 */
#include "shared.h"

int main(void)
{
    struct test_name name = test_name("nowhere");

    CHECK_OPEN_FAILS(sem_open(name.text, 0), ENOENT);
    CHECK_OPEN_FAILS(sem_open(name.text, O_EXCL), ENOENT);
    CHECK_FAILS(sem_unlink(name.text), ENOENT);
    return 0;
}
