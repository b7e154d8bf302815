/* SPDX-License-Identifier: MIT */
/*
 * ENOMEM if there is no memory for the semaphore; nothing is made.
 */
#include "shared.h"

int main(void)
{
    struct test_name name = test_name("memory"), first = test_name("first");
    uint64_t before = test_rlimit_get(TEST_RLIMIT_AS).soft;

    for (int i = 0; i < 2; i++) {
        test_rlimit_set(TEST_RLIMIT_AS, 1);
        CHECK_OPEN_FAILS(sem_open(name.text, O_CREAT, 0600, 1), ENOMEM);
        CHECK_OPEN_FAILS(sem_open(name.text, O_CREAT | O_EXCL, 0600, 1), ENOMEM);
        test_rlimit_set(TEST_RLIMIT_AS, before);
        CHECK_OPEN_FAILS(sem_open(name.text, 0), ENOENT);
        /* Again with something in whatever the process keeps them in. */
        CHECK(sem_open(first.text, O_CREAT, 0600, 1) != SEM_FAILED);
    }
    CHECK_EQ(sem_unlink(first.text), 0);
    return 0;
}
