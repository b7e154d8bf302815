/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_HOST_NONE_EXIT_H
#define PTHIN_HOST_NONE_EXIT_H

/* In the child of a fork: the caller is alone. */
void exit_after_fork(void);

#endif
