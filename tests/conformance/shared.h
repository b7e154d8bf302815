/* SPDX-License-Identifier: MIT */
/*
 * For the tests of semaphores that processes share: names, memory and children.
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
