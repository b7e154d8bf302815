/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_START_H
#define PTHIN_GLIBC_START_H

#include <stdbool.h>

/* In the child of a fork. */
void start_after_fork(void);

/* Whether this environment variable is there, not empty and not 0. */
bool variable_is_set(const char *variable);

#endif
