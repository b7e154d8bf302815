/* SPDX-License-Identifier: MIT */
/* PTHIN_STATS: how many threads the process created, said on stderr at its end. */
#ifndef PTHIN_GLIBC_STATS_H
#define PTHIN_GLIBC_STATS_H

void stats_start(void);

/* A thread was created. */
void stats_count(void);

/* In the child of a fork: its count starts anew. */
void stats_after_fork(void);

#endif
