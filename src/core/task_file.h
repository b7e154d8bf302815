/* SPDX-License-Identifier: MIT */
/* A thread's name, as the kernel has it: /proc/self/task/TID/comm. Counts of bytes, or -errno. */
#ifndef PTHIN_CORE_TASK_FILE_H
#define PTHIN_CORE_TASK_FILE_H

#include "base.h"

/* The calling thread's, by prctl, which needs no /proc. 16 bytes with the NUL. 0 or -errno. */
long own_comm_set(const char *name);
long own_comm_get(char name[16]);

long task_comm_write(int tid, const char *data, size_t size);
long task_comm_read(int tid, char *data, size_t size);

#endif
