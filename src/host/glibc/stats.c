/* SPDX-License-Identifier: MIT */
#include "stats.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/base.h"
#include "core/syscalls.h"

static bool counting;
static atomic_ulong created;
static int report_fd = STDERR_FILENO;

/* Destructors of libraries run last, after all that the program registered with atexit. */
static __attribute__((destructor)) void report(void)
{
    char line[64];
    if (!counting)
        return;
    int n = snprintf(line, sizeof line, "pthin: %lu threads created\n",
                     atomic_load_explicit(&created, memory_order_relaxed));
    sys_write(report_fd, line, (size_t)n);
}

void stats_start(void)
{
    counting = true;
    /* Many programs close stderr before they end. Out of the way of numbers they may use. */
    int fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 200);
    if (fd >= 0)
        report_fd = fd;
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
