/* SPDX-License-Identifier: MIT */
#include "stats.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base.h"
#include "core/syscalls.h"
#include "core/text.h"

/* The process that reports, 0 if none does. Not its children by vfork, which share this. */
static int process WRITTEN_EARLY;
static atomic_ulong created;
/* All processes append to this file; NULL: the first one alone reports, on stderr. */
static const char *file;

/* A descriptor out of the way of the numbers that programs use, and what it is open on. */
static int second = -1;
static struct stat second_file;

static int open_report(void)
{
    return file ? open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666) : STDERR_FILENO;
}

/* Many programs close stderr before they end. But one that closes everything may meanwhile
   have something else open under our number. */
static int report_fd(void)
{
    struct stat now;
    if (second >= 0 && fstat(second, &now) == 0 && now.st_dev == second_file.st_dev &&
        now.st_ino == second_file.st_ino)
        return second;
    return open_report();
}

/* Called in signal handlers, too, by way of _exit. One write: the lines of several processes do
   not mix. */
static void report(void)
{
    char line[96], *p = line;
    if (!process || process != sys_getpid())
        return;
    process = 0;
    p = text_append(p, "pthin: ");
    if (file) {
        p = text_append(p, "process ");
        p = text_append_number(p, (unsigned long)sys_getpid(), 10);
        p = text_append(p, ": ");
    }
    p = text_append_number(p, atomic_load_explicit(&created, memory_order_relaxed), 10);
    p = text_append(p, " threads created\n");
    int fd = report_fd();
    if (fd >= 0)
        sys_write(fd, line, (size_t)(p - line));
}

/* Destructors of libraries run last, after all that the program registered with atexit. */
static __attribute__((destructor)) void report_at_exit(void)
{
    report();
}

/* Programs that leave without exit. libc's exit and quick_exit do not come here. */
PTHIN_EXPORT _Noreturn void _exit(int status)
{
    report();
    sys_exit_process(status);
}

PTHIN_EXPORT _Noreturn void _Exit(int status)
{
    _exit(status);
}

/* The first process writes its ID into its environment: its children inherit it and know that they
   are others, and what it executes in its own place knows that it is the same. */
static bool is_first(const char *value)
{
    static char mark[48];
    unsigned long first = 0;
    if (value[0] == '@') {
        for (const char *p = value + 1; *p >= '0' && *p <= '9'; p++)
            first = first * 10 + (unsigned long)(*p - '0');
        return first == (unsigned long)sys_getpid();
    }
    char *p = text_append(mark, "PTHIN_STATS=@");
    *text_append_number(p, (unsigned long)sys_getpid(), 10) = '\0';
    for (char **variable = environ; variable && *variable; variable++)
        if (*variable + sizeof "PTHIN_STATS=" - 1 == value)
            *variable = mark;
    return true;
}

void stats_start(const char *value)
{
    file = value[0] == '/' ? value : NULL;
    if (!file && !is_first(value))
        return;
    /* Not with stdio's stderr, which would have its orientation from it. */
    if (!file && value[0] != '@' && !(value[0] == '1' && !value[1]))
        dprintf(STDERR_FILENO,
                "pthin: PTHIN_STATS is '%s', neither 1 nor an absolute path: taken for 1\n", value);
    process = sys_getpid();
    at_quick_exit(report);
    int fd = open_report();
    if (fd < 0) {
        dprintf(STDERR_FILENO, "pthin: cannot write to %s, which PTHIN_STATS names: %m\n", value);
        return;
    }
    second = fcntl(fd, F_DUPFD_CLOEXEC, 200);
    if (second >= 0 && fstat(second, &second_file) != 0)
        second = -1;
    if (file)
        close(fd);
}

void stats_count(void)
{
    /* relaxed: a number by itself */
    if (unlikely(process))
        atomic_fetch_add_explicit(&created, 1, memory_order_relaxed);
}

void stats_after_fork(void)
{
    if (unlikely(process))
        process = file ? sys_getpid() : 0;
    atomic_store_explicit(&created, 0, memory_order_relaxed);
}
