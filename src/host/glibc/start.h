/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_START_H
#define PTHIN_GLIBC_START_H

/* In the child of a fork. */
void start_after_fork(void);

#endif
