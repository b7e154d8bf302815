/* SPDX-License-Identifier: MIT */
/*
 * PTHIN_STATS: how many threads the process created, said at its end. An absolute path: by every
 * process, each a line at the end of that file. 1: by the first process, on stderr. Any other value
 * does what 1 does, and is told.
 */
#ifndef PTHIN_HOST_DYNAMIC_STATS_H
#define PTHIN_HOST_DYNAMIC_STATS_H

/* value: of the variable, not empty. */
void stats_start(const char *value);

/* A thread was created. */
void stats_count(void);

/* In the child of a fork: its count starts anew, if it has one. */
void stats_after_fork(void);

#endif
