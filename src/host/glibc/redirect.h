/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_REDIRECT_H
#define PTHIN_GLIBC_REDIRECT_H

/* glibc's functions that look up names. */
struct lookups {
    void *(*dlopen)(const char *, int);
    void *(*dlmopen)(long, const char *, int);
    void *(*dlsym)(void *, const char *);
    void *(*dlvsym)(void *, const char *, const char *);
};

/* Before somebody looks up functions: has those who find ours in libc find us. */
const struct lookups *redirect_libc(void);

/* In the child of a fork. */
void redirect_after_fork(void);

#endif
