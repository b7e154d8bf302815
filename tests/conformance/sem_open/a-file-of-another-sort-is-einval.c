/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the name's file is not a semaphore, or one whose layout is not ours: too short, or of
 * another library.
 */
#include "shared.h"

static char path[100];

static void put_file(const void *data, size_t size)
{
    long fd = TEST_SYS4(openat, -100 /* AT_FDCWD */, path, O_RDWR | O_CREAT | O_EXCL, 0600);

    CHECK(fd >= 0);
    CHECK_EQ(TEST_SYS3(write, fd, data, size), size);
    TEST_SYS1(close, fd);
}

int main(void)
{
    struct test_name name = test_name("sort");
    struct test_line line = {.used = 0};
    char content[32] = {1};

    test_put(&line, "/dev/shm/sem.");
    test_put(&line, name.text + 1);
    memcpy(path, line.text, line.used);
    for (size_t size = 0; size <= 32; size += 16) {
        sem_t *plain, *creating;
        int error;

        put_file(content, size);
        errno = 0;
        plain = sem_open(name.text, 0);
        error = errno;
        errno = 0;
        creating = sem_open(name.text, O_CREAT, 0600, 1);
        CHECK_EQ(TEST_SYS3(unlinkat, -100 /* AT_FDCWD */, path, 0), 0);
        if (creating != SEM_FAILED)
            sem_unlink(name.text); /* whatever it made */
        CHECK(plain == SEM_FAILED && creating == SEM_FAILED);
        CHECK_EQ(error, EINVAL);
        CHECK_EQ(errno, EINVAL);
    }
    return 0;
}
