/* SPDX-License-Identifier: MIT */
/* What the kernel has, found out by asking for it. */
#ifndef PTHIN_DOCTOR_KERNEL_H
#define PTHIN_DOCTOR_KERNEL_H

#include <stdbool.h>

#include "pthin-run/text.h"

bool kernel_robust_lists(void);
bool kernel_guards(void);
bool kernel_membarrier(void);
bool kernel_lock_pi2(void);
bool kernel_rseq(void);

/* As RLIMIT_... of asm-generic/resource.h, which no port of pthin's changes. */
enum limit { LIMIT_STACK = 3, LIMIT_THREADS = 6, LIMIT_LOCKED = 8 };

/* The soft limit, in words. */
const char *limit_text(enum limit limit, struct room *room);
/* The first line of a short file of the kernel's. */
const char *file_line(const char *path, struct room *room);
/* The kernel, the machine, and how many CPUs this process may use. */
const char *system_text(struct room *room);

#endif
