/* SPDX-License-Identifier: MIT */
/*
 * On 64 bits the file of a named semaphore is what glibc makes, so that processes of both can share
 * it: value, waiters and 128 in 32 bytes.
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
    struct test_name name = test_name("file");
    struct test_line line = {.used = 0};
    unsigned words[16];
    sem_t *sem;
    long length;

    if (sizeof(long) != 8)
        TEST_SKIP("only on 64 bits");
    test_put(&line, "/dev/shm/sem.");
    test_put(&line, name.text + 1);
    memcpy(path, line.text, line.used);

    sem = sem_open(name.text, O_CREAT | O_EXCL, 0600, 6);
    CHECK(sem != SEM_FAILED);
    memset(words, 0x5a, sizeof words);
    length = test_read_file(path, (char *)words, sizeof words);
    CHECK_EQ(sem_unlink(name.text), 0);
    CHECK_EQ(length, 32);
    CHECK_EQ(words[0], 6);
    CHECK_EQ(words[1], 0);
    CHECK_EQ(words[2], 128);
    for (int i = 3; i < 8; i++)
        CHECK_EQ(words[i], 0);
    CHECK_EQ(sem_close(sem), 0);

    words[0] = 9;
    put_file(words, 32);
    sem = sem_open(name.text, 0);
    CHECK(sem != SEM_FAILED);
    CHECK_EQ(test_value(sem), 9);
    CHECK_EQ(sem_close(sem), 0);
    CHECK_EQ(sem_unlink(name.text), 0);
    return 0;
}
