/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_REDIRECT_H
#define PTHIN_GLIBC_REDIRECT_H

struct glibc_functions;

/* Before somebody looks up functions: has those who find ours in libc find us. glibc's own. */
const struct glibc_functions *redirect_libc(void);

/* In the child of a fork. */
void redirect_after_fork(void);

#endif
