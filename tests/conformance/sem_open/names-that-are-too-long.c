/* SPDX-License-Identifier: MIT */
/*
 * ENAMETOOLONG if the name is longer than a name can be; up to NAME_MAX - 4 bytes it can. The same
 * of sem_unlink.
 */
#include "shared.h"

static char text[5000];

int main(void)
{
    struct test_name name = test_name("long-");
    static const size_t too_long[] = {256, 257, 400, 4095, 4096, 4097};
    size_t length = strlen(name.text);
    sem_t *sem;

    memset(text, 'x', sizeof text);
    memcpy(text, name.text, length);
    text[1 + 251] = '\0';
    sem = sem_open(text, O_CREAT | O_EXCL, 0600, 3);
    CHECK(sem != SEM_FAILED);
    CHECK(sem_open(text, 0) == sem);
    CHECK_EQ(sem_unlink(text), 0);
    text[1 + 251] = 'x';
    for (int i = 0; i < 6; i++) {
        text[1 + too_long[i]] = '\0';
        CHECK_OPEN_FAILS(sem_open(text, O_CREAT, 0600, 3), ENAMETOOLONG);
        CHECK_FAILS(sem_unlink(text), ENAMETOOLONG);
        text[1 + too_long[i]] = 'x';
    }
    return 0;
}
