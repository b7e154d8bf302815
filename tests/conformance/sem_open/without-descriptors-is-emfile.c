/* SPDX-License-Identifier: MIT */
/*
 * EMFILE if too many files or semaphores are open.
 */
#include "shared.h"

enum { TEST_RLIMIT_NOFILE = 7 };

int main(void)
{
    struct test_name name = test_name("files");
    uint64_t before = test_rlimit_get(TEST_RLIMIT_NOFILE).soft;

    test_rlimit_set(TEST_RLIMIT_NOFILE, 0);
    CHECK_OPEN_FAILS(sem_open(name.text, O_CREAT, 0600, 1), EMFILE);
    test_rlimit_set(TEST_RLIMIT_NOFILE, before);
    CHECK_OPEN_FAILS(sem_open(name.text, 0), ENOENT);
    return 0;
}
