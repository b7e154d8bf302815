/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_FORK_H
#define PTHIN_GLIBC_FORK_H

/* Has fork tell us in the child. */
void fork_prepare(void);

#endif
