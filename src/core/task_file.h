/* SPDX-License-Identifier: MIT */
/* Reading and writing a thread's comm file. Counts, or -errno. */
#ifndef PTHIN_CORE_TASK_FILE_H
#define PTHIN_CORE_TASK_FILE_H

#include "base.h"

/* The calling thread's, which needs no /proc: 16 bytes with the NUL. */
long own_comm_set(const char *name);
long own_comm_get(char name[16]);

long task_comm_write(int tid, const char *data, size_t size);
long task_comm_read(int tid, char *data, size_t size);

#endif
