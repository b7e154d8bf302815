/* SPDX-License-Identifier: MIT */
/*
 * The harness of the conformance tests. One header, because a test is one source file, and the same
 * file is compiled for pthin with glibc, with musl and with no libc at all, and for the two plain
 * libcs. So the harness itself uses no libc: it talks to the kernel.
 *
 * A test is `int main`: it returns 0 when the requirement at its top holds. CHECK and CHECK_EQ end
 * the whole process with status 1 from any thread; TEST_SKIP ends it with 77.
 *
 * Nothing here sleeps and hopes: a test waits for a state (gate_wait, WAIT_UNTIL,
 * wait_until_blocked), and a state that never comes is a failure after TEST_BOUND_MS.
 */
#ifndef TEST_H
#define TEST_H

#ifndef _GNU_SOURCE
#    define _GNU_SOURCE
#endif

#include <pthread.h>
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifndef TEST_HOST_NONE
#    include <limits.h>
#endif

#include "kernel.h"

#define UNUSED __attribute__((unused))

/* How long a wait may take before it is called a failure: less than ctest's own time limit, so that
 * the failing line is printed, and far more than a slow machine needs. */
#define TEST_BOUND_MS 50000

/* ---------------------------------------------------------------- the kernel */

#define TEST_SYS0(name)       test_syscall(TEST_NR_##name, 0, 0, 0, 0, 0, 0)
#define TEST_SYS1(name, a)    test_syscall(TEST_NR_##name, (long)(a), 0, 0, 0, 0, 0)
#define TEST_SYS2(name, a, b) test_syscall(TEST_NR_##name, (long)(a), (long)(b), 0, 0, 0, 0)
#define TEST_SYS3(name, a, b, c)                                                                   \
    test_syscall(TEST_NR_##name, (long)(a), (long)(b), (long)(c), 0, 0, 0)
#define TEST_SYS4(name, a, b, c, d)                                                                \
    test_syscall(TEST_NR_##name, (long)(a), (long)(b), (long)(c), (long)(d), 0, 0)

static inline pid_t test_gettid(void)
{
    return (pid_t)TEST_SYS0(gettid);
}

static inline pid_t test_getpid(void)
{
    return (pid_t)TEST_SYS0(getpid);
}

/* fork, without what a libc does around it. */
static inline long test_fork(void)
{
    return TEST_SYS1(clone, 17 /* SIGCHLD */);
}

static inline void __attribute__((noreturn)) test_exit(int status)
{
    for (;;)
        TEST_SYS1(exit_group, status);
}

/* ---------------------------------------------------------------- messages */

struct test_line {
    size_t used;
    char text[600];
};

static inline void test_put(struct test_line *line, const char *s)
{
    while (*s && line->used < sizeof line->text - 1)
        line->text[line->used++] = *s++;
}

static inline void test_put_number(struct test_line *line, long long value)
{
    char digits[24];
    size_t at = sizeof digits;
    unsigned long long rest = value < 0 ? 0 - (unsigned long long)value : (unsigned long long)value;

    digits[--at] = '\0';
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        digits[--at] = '-';
    test_put(line, digits + at);
}

static inline void test_print(struct test_line *line)
{
    line->text[line->used] = '\n';
    TEST_SYS3(write, 2, line->text, line->used + 1);
}

static inline void test_where(struct test_line *line, const char *file, int number)
{
    line->used = 0;
    test_put(line, file);
    test_put(line, ":");
    test_put_number(line, number);
    test_put(line, ": ");
}

static void __attribute__((noreturn, noinline, cold, unused))
test_fail(const char *file, int number, const char *text)
{
    struct test_line line;

    test_where(&line, file, number);
    test_put(&line, text);
    test_print(&line);
    test_exit(1);
}

static void __attribute__((noreturn, noinline, cold, unused))
test_fail_eq(const char *file, int number, const char *text, long long a, long long b)
{
    struct test_line line;

    test_where(&line, file, number);
    test_put(&line, text);
    test_put(&line, ": ");
    test_put_number(&line, a);
    test_put(&line, " and ");
    test_put_number(&line, b);
    test_print(&line);
    test_exit(1);
}

static inline void test_note(const char *text)
{
    struct test_line line = {.used = 0};

    test_put(&line, text);
    test_print(&line);
}

#define CHECK(expr)                                                                                \
    do {                                                                                           \
        if (!(expr))                                                                               \
            test_fail(__FILE__, __LINE__, "CHECK(" #expr ")");                                     \
    } while (0)

/* An integer of any width or a pointer, as an integer. */
#define TEST_WIDE(x)                                                                               \
    ((long long)(__typeof__(__builtin_choose_expr(sizeof(x) > sizeof(void *), 0LL,                 \
                                                  (intptr_t)0)))(x))

/* Compares integers or pointers. */
#define CHECK_EQ(a, b)                                                                             \
    do {                                                                                           \
        long long check_a_ = TEST_WIDE(a), check_b_ = TEST_WIDE(b);                                \
        if (check_a_ != check_b_)                                                                  \
            test_fail_eq(__FILE__, __LINE__, "CHECK_EQ(" #a ", " #b ")", check_a_, check_b_);      \
    } while (0)

#define TEST_SKIP(why)                                                                             \
    do {                                                                                           \
        test_note("skipped: " why);                                                                \
        test_exit(77);                                                                             \
    } while (0)

/* ---------------------------------------------------------------- time */

#define TEST_SECOND 1000000000LL

static inline struct timespec test_now(clockid_t clock)
{
    struct timespec now = {0};

    TEST_SYS2(clock_gettime, clock, &now);
    return now;
}

static inline long long test_now_ns(clockid_t clock)
{
    struct timespec now = test_now(clock);

    return now.tv_sec * TEST_SECOND + now.tv_nsec;
}

static inline long long test_ns(struct timespec t)
{
    return t.tv_sec * TEST_SECOND + t.tv_nsec;
}

/* The time on this clock in `ms` milliseconds; negative is in the past. */
static inline struct timespec now_plus_ms(clockid_t clock, long long ms)
{
    long long ns = test_now_ns(clock) + ms * 1000000;

    return (struct timespec){.tv_sec = (time_t)(ns / TEST_SECOND),
                             .tv_nsec = (long)(ns % TEST_SECOND)};
}

static inline void test_nap(void)
{
    struct timespec t = {.tv_sec = 0, .tv_nsec = 200000};

    TEST_SYS4(clock_nanosleep, CLOCK_MONOTONIC, 0, &t, NULL);
}

/* Yields, then naps, until expr is true. The expression has to read shared variables atomically. */
#define WAIT_UNTIL(expr)                                                                           \
    do {                                                                                           \
        long long wait_end_ = test_now_ns(CLOCK_MONOTONIC) + TEST_BOUND_MS * 1000000LL;            \
        for (int wait_n_ = 0; !(expr); wait_n_++) {                                                \
            if (wait_n_ < 50)                                                                      \
                TEST_SYS0(sched_yield);                                                            \
            else                                                                                   \
                test_nap();                                                                        \
            if (test_now_ns(CLOCK_MONOTONIC) > wait_end_)                                          \
                test_fail(__FILE__, __LINE__, "WAIT_UNTIL(" #expr "): it never came");             \
        }                                                                                          \
    } while (0)

/* ---------------------------------------------------------------- atomics for tests */

#define LOAD(p)     __atomic_load_n((p), __ATOMIC_ACQUIRE)
#define STORE(p, v) __atomic_store_n((p), (v), __ATOMIC_RELEASE)
#define ADD(p, v)   __atomic_add_fetch((p), (v), __ATOMIC_ACQ_REL)

/* ---------------------------------------------------------------- gates */

/* A counter that one can wait for. It needs nothing from the library under test. */
struct gate {
    int count;
};

static inline void gate_open(struct gate *gate)
{
    ADD(&gate->count, 1);
    TEST_SYS3(futex, &gate->count, 1 /* FUTEX_WAKE */, 0x7fffffff);
}

#define gate_wait_for(gate, n)                                                                     \
    do {                                                                                           \
        if (!test_gate_wait((gate), (n)))                                                          \
            test_fail(__FILE__, __LINE__, "gate_wait(" #gate "): nobody opened it");               \
    } while (0)
#define gate_wait(gate) gate_wait_for((gate), 1)

static inline int test_gate_wait(struct gate *gate, int n)
{
    long long end = test_now_ns(CLOCK_MONOTONIC) + TEST_BOUND_MS * 1000000LL;
    int seen;

    while ((seen = LOAD(&gate->count)) < n) {
        struct timespec step = {.tv_sec = 1, .tv_nsec = 0};

        if (test_now_ns(CLOCK_MONOTONIC) > end)
            return 0;
        TEST_SYS4(futex, &gate->count, 0 /* FUTEX_WAIT */, seen, &step);
    }
    return 1;
}

/* ---------------------------------------------------------------- files and memory */

/* Reads a small file; returns its length, or -errno. The text ends with a NUL. */
static inline long test_read_file(const char *path, char *text, size_t size)
{
    long fd = TEST_SYS4(openat, -100 /* AT_FDCWD */, path, 02000000 /* O_CLOEXEC */, 0);
    long used = 0, n;

    if (fd < 0)
        return fd;
    while ((n = TEST_SYS3(read, fd, text + used, size - 1 - (size_t)used)) > 0)
        used += n;
    TEST_SYS1(close, fd);
    text[used] = '\0';
    return n < 0 ? n : used;
}

static inline const char *test_find(const char *text, const char *word)
{
    for (; *text; text++) {
        size_t i = 0;

        while (word[i] && text[i] == word[i])
            i++;
        if (!word[i])
            return text;
    }
    return NULL;
}

static inline int test_same(const char *a, const char *b)
{
    while (*a && *a == *b) {
        a++;
        b++;
    }
    return *a == *b;
}

/* Anonymous zero-filled pages, never NULL. */
static inline void *test_map(size_t bytes)
{
    long p = test_syscall(TEST_NR_mmap, 0, (long)bytes, 3 /* read, write */,
                          0x22 /* private, anonymous */, -1, 0);

    CHECK(p > 0 || p < -4095);
    return (void *)p;
}

#define TEST_MAP(bytes) test_map(bytes)

static inline void test_unmap(void *p, size_t bytes)
{
    CHECK_EQ(TEST_SYS2(munmap, p, bytes), 0);
}

#define TEST_PAGE 4096UL

/* The number after `key` in /proc/self/status, for example "VmRSS:" in kB. */
static inline long test_status(const char *key)
{
    static char text[8192];
    const char *at;
    long value = 0;

    CHECK(test_read_file("/proc/self/status", text, sizeof text) > 0);
    at = test_find(text, key);
    CHECK(at != NULL);
    at += strlen(key);
    while (*at == ' ' || *at == '\t')
        at++;
    while (*at >= '0' && *at <= '9')
        value = value * 10 + (*at++ - '0');
#ifdef TEST_EMULATOR
    if (test_same(key, "Threads:"))
        value--; /* one is the emulator's own */
#endif
    return value;
}

struct test_rlimit {
    uint64_t soft, hard;
};

enum { TEST_RLIMIT_STACK = 3, TEST_RLIMIT_CORE = 4, TEST_RLIMIT_NPROC = 6, TEST_RLIMIT_AS = 9 };

static inline struct test_rlimit test_rlimit_get(int what)
{
    struct test_rlimit limit;

    CHECK_EQ(TEST_SYS4(prlimit64, 0, what, NULL, &limit), 0);
    return limit;
}

static inline void test_rlimit_set(int what, uint64_t soft)
{
    struct test_rlimit limit = test_rlimit_get(what);

    limit.soft = soft;
    CHECK_EQ(TEST_SYS4(prlimit64, 0, what, &limit, NULL), 0);
}

/* ---------------------------------------------------------------- other threads, seen from /proc
 */

/* Builds /proc/TID/task/TID/NAME, of a thread of any process. */
static inline void test_task_path(char *path, pid_t tid, const char *name)
{
    struct test_line line = {.used = 0};

    test_put(&line, "/proc/");
    test_put_number(&line, tid);
    test_put(&line, "/task/");
    test_put_number(&line, tid);
    test_put(&line, "/");
    test_put(&line, name);
    memcpy(path, line.text, line.used);
    path[line.used] = '\0';
}

/* Is this a futex wait, by the number that the kernel gives it? */
static inline int test_is_futex(long nr)
{
#ifdef TEST_EMULATOR
    /* Of the machine below: x86_64, or one of the 64-bit machines that came later. */
    return nr == 202 || nr == 98 || nr == TEST_NR_futex_wait || nr == TEST_NR_futex_waitv;
#else
    return nr == TEST_NR_futex || nr == TEST_NR_futex_old || nr == TEST_NR_futex_wait ||
           nr == TEST_NR_futex_waitv;
#endif
}

/* True when the kernel says that this thread sleeps in a futex wait. */
static inline int test_looks_blocked(pid_t tid)
{
    char path[80], text[256];
    const char *at;
    long nr = 0;

    test_task_path(path, tid, "syscall");
    if (test_read_file(path, text, sizeof text) > 0) {
        if (text[0] < '0' || text[0] > '9')
            return 0; /* "running" */
        for (at = text; *at >= '0' && *at <= '9'; at++)
            nr = nr * 10 + (*at - '0');
        if (!test_is_futex(nr))
            return 0;
    }
    /* Of a thread that is woken, and not yet on a CPU, that file says the same; its state in `stat`
     * is another. And some sandboxes hide that file: the state is the next best. */
    test_task_path(path, tid, "stat");
    if (test_read_file(path, text, sizeof text) <= 0)
        return 0;
    at = test_find(text, ") ");
    return at != NULL && at[2] == 'S';
}

static inline int test_is_blocked(pid_t tid)
{
    int looks = 1;
#ifdef TEST_EMULATOR
    looks = 5; /* the emulator has locks of its own, for a moment */
#endif
    while (looks-- > 0) {
        if (!test_looks_blocked(tid))
            return 0;
        if (looks > 0)
            test_nap();
    }
    return 1;
}

/* Waits until the thread with this kernel tid sleeps in a futex. The caller makes sure that it has
 * passed its last gate_wait: a gate is a futex too. */
#define wait_until_blocked(tid) WAIT_UNTIL(test_is_blocked(tid))

/* ---------------------------------------------------------------- child processes */

#ifdef TEST_HOST_NONE
static char *test_environment[] = {NULL};
#    define TEST_ENVIRONMENT test_environment
#else
extern char **environ;
#    define TEST_ENVIRONMENT environ
#endif

struct test_result {
    int exited; /* the status it exited with, or -1 */
    int signal; /* the signal that killed it, or 0 */
    long length;
    char output[512]; /* what it wrote to file descriptor 1, NUL-terminated */
};

/* Becomes this same program, begun anew with `role` as its one argument, or with none if it is
 * NULL. */
static inline void __attribute__((noreturn)) test_exec(const char *role)
{
#ifdef TEST_EMULATOR
    /* The kernel cannot run the program, and for it the emulator is the program. */
    char self[1024] = "";
    const char *argv[] = {TEST_EMULATOR, self, role, NULL};
    CHECK(TEST_SYS4(readlinkat, -100 /* AT_FDCWD */, "/proc/self/exe", self, sizeof self - 1) > 0);
#else
    const char *argv[] = {"/proc/self/exe", role, NULL};
#endif
    TEST_SYS3(execve, argv[0], argv, TEST_ENVIRONMENT);
    test_exit(126);
}

/* Runs this same program again in a new process with `role` as its one argument, and waits for it.
 * fork and exec at once, so it is safe from any thread of any library. */
static inline struct test_result test_run(const char *role)
{
    struct test_result result = {.exited = -1, .signal = 0, .length = 0};
    int pipe[2], status = 0;
    long pid, n;

    CHECK_EQ(TEST_SYS2(pipe2, pipe, 02000000 /* O_CLOEXEC */), 0);
    pid = test_fork();
    if (pid == 0) {
        struct test_rlimit none = {0, 0};

        TEST_SYS4(prlimit64, 0, TEST_RLIMIT_CORE, &none, NULL);
        TEST_SYS3(dup3, pipe[1], 1, 0);
        test_exec(role);
    }
    CHECK(pid > 0);
    TEST_SYS1(close, pipe[1]);
    while ((n = TEST_SYS3(read, pipe[0], result.output + result.length,
                          sizeof result.output - 1 - (size_t)result.length)) > 0)
        result.length += n;
    TEST_SYS1(close, pipe[0]);
    while ((n = TEST_SYS4(wait4, pid, &status, 0, NULL)) == -EINTR)
        ;
    CHECK_EQ(n, pid);
    if ((status & 0x7f) == 0)
        result.exited = (status >> 8) & 0xff;
    else
        result.signal = status & 0x7f;
    return result;
}

/* For the child of test_run: writes a word where the parent reads it. */
static inline void test_say(const char *word)
{
    TEST_SYS3(write, 1, word, strlen(word));
}

/* ---------------------------------------------------------------- short forms */

static inline pthread_t test_start(void *(*routine)(void *), void *arg)
{
    pthread_t thread;

    CHECK_EQ(pthread_create(&thread, NULL, routine, arg), 0);
    return thread;
}

static inline void *test_finish(pthread_t thread)
{
    void *value = (void *)0x5eed;

    CHECK_EQ(pthread_join(thread, &value), 0);
    return value;
}

/* Keeps the compiler from knowing what it could fold. */
#define LAUNDER(x)                                                                                 \
    __extension__({                                                                                \
        __typeof__(x) launder_ = (x);                                                              \
        __asm__ volatile("" : "+r"(launder_) : : "memory");                                        \
        launder_;                                                                                  \
    })

#endif
