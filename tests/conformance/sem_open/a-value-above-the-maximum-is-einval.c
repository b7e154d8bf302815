/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if O_CREAT is set and the value exceeds SEM_VALUE_MAX; nothing is made.
 */
#include "shared.h"

int main(void)
{
    struct test_name name = test_name("large");

    CHECK_OPEN_FAILS(sem_open(name.text, O_CREAT, 0600, SEM_VALUE_MAX + 1u), EINVAL);
    CHECK_OPEN_FAILS(sem_open(name.text, O_CREAT | O_EXCL, 0600, UINT_MAX), EINVAL);
    CHECK_OPEN_FAILS(sem_open(name.text, 0), ENOENT);
    return 0;
}
