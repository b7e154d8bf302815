/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_START_H
#define PTHIN_GLIBC_START_H

#include <stdbool.h>

/* In the child of a fork. */
void start_after_fork(void);

/* PTHIN_VERBOSE is set. */
bool start_is_verbose(void);

#endif
