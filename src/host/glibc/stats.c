/* SPDX-License-Identifier: MIT */
#include "stats.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base.h"
#include "core/syscalls.h"

static bool counting;
static atomic_ulong created;

/* A second descriptor of stderr, and what it is open on. */
static int second = -1;
static struct stat second_file;

/* Many programs close stderr before they end. But one that closes everything may meanwhile
   have something else open under our number. */
static int report_fd(void)
{
    struct stat now;
    if (second >= 0 && fstat(second, &now) == 0 && now.st_dev == second_file.st_dev &&
        now.st_ino == second_file.st_ino)
        return second;
    return STDERR_FILENO;
}

/* Destructors of libraries run last, after all that the program registered with atexit. */
static __attribute__((destructor)) void report(void)
{
    char line[64];
    if (!counting)
        return;
    int n = snprintf(line, sizeof line, "pthin: %lu threads created\n",
                     atomic_load_explicit(&created, memory_order_relaxed));
    sys_write(report_fd(), line, (size_t)n);
}

void stats_start(void)
{
    counting = true;
    /* Out of the way of the numbers that programs use. */
    second = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 200);
    if (second >= 0 && fstat(second, &second_file) != 0)
        second = -1;
}

void stats_count(void)
{
    /* relaxed: a number by itself */
    if (unlikely(counting))
        atomic_fetch_add_explicit(&created, 1, memory_order_relaxed);
}

void stats_after_fork(void)
{
    atomic_store_explicit(&created, 0, memory_order_relaxed);
}
