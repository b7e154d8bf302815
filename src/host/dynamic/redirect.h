/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_HOST_DYNAMIC_REDIRECT_H
#define PTHIN_HOST_DYNAMIC_REDIRECT_H

#include "elf_lookup.h"

/* To be called before somebody looks up functions: has those who find ours in libc find us. */
void redirect_libc(void);

/* In the child of a fork. */
void redirect_after_fork(void);

/* Where this library begins; the linker defines it. */
extern const char __ehdr_start[] __attribute__((visibility("hidden")));

struct redirect_places {
    struct elf_object own, libc;
    bool has_own, has_libc;
    bool first; /* we are before libc, so what the program has bound is ours */
};

/* In the loader's list, which is only ever added to at its end; in_libc: a name that no other object
   defines. No function of the libc is called: it might be another library's, which looks up the libc's,
   and so comes back here. */
void places_find(struct redirect_places *p, const struct link_map *list, const char *in_libc);

/* ---- The host's ---- */

/* Calls places_find. */
void redirect_find(struct redirect_places *p);

/* What the host itself needs of the libc is to be looked up now. NULL: libc was not found. */
void redirect_prepare(const struct elf_object *libc);

#endif
