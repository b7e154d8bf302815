/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the operation is not supported for the name: one that is empty, or of directories.
 */
#include "shared.h"

int main(void)
{
    static const char *const names[] = {"", "/", "///", "/pthin/test", "pthin/test", "/pthin/"};

    for (int i = 0; i < 6; i++)
        CHECK_OPEN_FAILS(sem_open(names[i], O_CREAT, 0600, 1), EINVAL);
    return 0;
}
