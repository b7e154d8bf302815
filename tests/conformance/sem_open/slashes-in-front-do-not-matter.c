/* SPDX-License-Identifier: MIT */
/*
 * On Linux a name without the slash in front, or with more than one, is the same name.
 */
#include "shared.h"

int main(void)
{
    struct test_name name = test_name("slash"), more = {"//"};
    sem_t *sem = sem_open(name.text, O_CREAT | O_EXCL, 0600, 2), *same;

    CHECK(sem != SEM_FAILED);
    CHECK_EQ(sem_post(sem), 0);
    same = sem_open(name.text + 1, 0);
    CHECK(same != SEM_FAILED);
    CHECK_EQ(test_value(same), 3);
    memcpy(more.text + 2, name.text, strlen(name.text) + 1);
    CHECK_OPEN_FAILS(sem_open(more.text, O_CREAT | O_EXCL, 0600, 2), EEXIST);
    CHECK_EQ(sem_unlink(name.text + 1), 0);
    return 0;
}
