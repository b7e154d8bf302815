/* SPDX-License-Identifier: MIT */
/*
 * Finding symbols in loaded objects without dlopen and dlsym: those call malloc, and we may
 * have been called by a malloc that is just getting ready; and an error would take the place
 * of the one that the program's dlerror is to tell.
 */
#ifndef PTHIN_GLIBC_ELF_LOOKUP_H
#define PTHIN_GLIBC_ELF_LOOKUP_H

#include <link.h>
#include <stdbool.h>

struct elf_object {
    ElfW(Addr) base;
    const ElfW(Sym) * symbols;
    const char *strings;
    const ElfW(Half) * versions; /* per symbol; NULL: none */
    const uint32_t *gnu_hash;
    char *tls; /* the caller's thread-local data of the object */
    size_t tls_size;
};

/* False: the object has no table of names. */
bool elf_object_from(struct elf_object *object, const struct dl_phdr_info *info);

/* The default version of name; of a thread-local variable, the caller's. NULL: none. */
void *elf_find(const struct elf_object *object, const char *name);

#endif
