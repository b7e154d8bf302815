/* SPDX-License-Identifier: MIT */
/*
 * An open semaphore takes no file descriptor away on Linux, nor does a sem_open that fails.
 */
#include "shared.h"

static long lowest_free(void)
{
    long fd = TEST_SYS4(openat, -100 /* AT_FDCWD */, "/", 0, 0);

    CHECK(fd >= 0);
    TEST_SYS1(close, fd);
    return fd;
}

int main(void)
{
    struct test_name name = test_name("descriptor");
    long before = lowest_free();

    for (int i = 0; i < 10; i++) {
        CHECK(sem_open(name.text, O_CREAT, 0600, 1) != SEM_FAILED);
        CHECK(sem_open(name.text, O_CREAT | O_EXCL, 0600, 1) == SEM_FAILED);
        CHECK_EQ(lowest_free(), before);
    }
    CHECK_EQ(sem_unlink(name.text), 0);
    return 0;
}
