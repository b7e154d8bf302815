/* SPDX-License-Identifier: MIT */
/*
 * For the tests of what processes share: names of semaphores, memory and children.
 */
#ifndef SHARED_H
#define SHARED_H

#include "test.h"

#include <fcntl.h>
#include <limits.h>
#include <semaphore.h>

/* Memory that children share; a page, zero-filled. */
static inline void *test_map_shared(void)
{
    long p = test_syscall(TEST_NR_mmap, 0, TEST_PAGE, 3 /* read, write */,
                          0x21 /* shared, anonymous */, -1, 0);

    CHECK(p > 0 || p < -4095);
    return (void *)p;
}

/* Runs f(arg) in a child process. A CHECK that fails there fails in test_wait here. The child has
 * only what a signal handler may call, and the semaphores. */
static inline long test_child(void (*f)(void *), void *arg)
{
    long pid = test_fork();

    CHECK(pid >= 0);
    if (pid == 0) {
        f(arg);
        test_exit(0);
    }
    return pid;
}

static inline int test_child_status(long pid)
{
    int status = -1;
    long n;

    while ((n = TEST_SYS4(wait4, pid, &status, 0, NULL)) == -EINTR)
        ;
    CHECK_EQ(n, pid);
    return status;
}

#define test_wait(pid) CHECK_EQ(test_child_status(pid), 0)

/* Memory that processes of their own share, for what only a whole process can do, with any library:
 * to be the owner of something. A page, zero-filled, of a file without a name; the program that
 * test_spawn runs finds it by its descriptor. */
enum { TEST_SHARED_FD = 99 };

static inline void *test_map_file(void)
{
    long p = test_syscall(TEST_NR_mmap, 0, TEST_PAGE, 3 /* read, write */, 1 /* shared */,
                          TEST_SHARED_FD, 0);

    CHECK(p > 0 || p < -4095);
    return (void *)p;
}

/* Runs this same program in a new process, with `role` as its one argument. */
static inline long test_spawn(const char *role)
{
    long pid = test_fork();

    CHECK(pid >= 0);
    if (pid == 0)
        test_exec(role);
    return pid;
}

/* A name for a semaphore that no other process of the tests uses: "/pthin-test-PID-tag". */
struct test_name {
    char text[64];
};

static inline struct test_name test_name(const char *tag)
{
    struct test_line line = {.used = 0};
    struct test_name name;

    test_put(&line, "/pthin-test-");
    test_put_number(&line, test_getpid());
    test_put(&line, "-");
    test_put(&line, tag);
    CHECK(line.used < sizeof name.text);
    memcpy(name.text, line.text, line.used);
    name.text[line.used] = '\0';
    return name;
}

/* The page, for the process that begins; its children call test_map_file. */
static inline void *test_make_file(void)
{
    static const char zeros[TEST_PAGE];
    struct test_line path = {.used = 0};
    long fd;

    test_put(&path, "/dev/shm");
    test_put(&path, test_name("page").text);
    path.text[path.used] = '\0';
    fd = TEST_SYS4(openat, -100 /* AT_FDCWD */, path.text, O_CREAT | O_EXCL | O_RDWR, 0600);
    CHECK(fd >= 0);
    TEST_SYS3(unlinkat, -100 /* AT_FDCWD */, path.text, 0);
    CHECK_EQ(TEST_SYS3(write, fd, zeros, sizeof zeros), sizeof zeros);
    CHECK_EQ(TEST_SYS3(dup3, fd, TEST_SHARED_FD, 0), TEST_SHARED_FD);
    TEST_SYS1(close, fd);
    return test_map_file();
}

static inline int test_value(sem_t *sem)
{
    int value = -1;

    CHECK_EQ(sem_getvalue(sem, &value), 0);
    return value;
}

/* A call of a semaphore function that fails. */
#define CHECK_FAILS(call, error)                                                                   \
    do {                                                                                           \
        errno = 0;                                                                                 \
        CHECK_EQ((call), -1);                                                                      \
        CHECK_EQ(errno, error);                                                                    \
    } while (0)

#define CHECK_OPEN_FAILS(call, error)                                                              \
    do {                                                                                           \
        errno = 0;                                                                                 \
        CHECK((call) == SEM_FAILED);                                                               \
        CHECK_EQ(errno, error);                                                                    \
    } while (0)

#endif
