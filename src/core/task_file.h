/* SPDX-License-Identifier: MIT */
/* Reading and writing a thread's comm file. Counts, or -errno. */
#ifndef PTHIN_CORE_TASK_FILE_H
#define PTHIN_CORE_TASK_FILE_H

#include "base.h"

long task_comm_write(int tid, const char *data, size_t size);
long task_comm_read(int tid, char *data, size_t size);

#endif
