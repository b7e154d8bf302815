/* SPDX-License-Identifier: MIT */
/*
 * ELF files, as far as pthin-run wants to know about them: those for a machine like the one that it
 * was built for. Whatever stands in a file, nothing is read that is not in it, and no loop takes longer
 * than a file of the usual kind needs.
 */
#ifndef PTHIN_RUN_ELF_H
#define PTHIN_RUN_ELF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/elf.h"

#if __SIZEOF_POINTER__ == 8
typedef Elf64_Ehdr ElfEhdr;
typedef Elf64_Sym ElfSym;
#else
typedef Elf32_Ehdr ElfEhdr;
typedef Elf32_Sym ElfSym;
#endif

/* What the file's first bytes say that it is. */
enum file_kind {
    KIND_OTHER,   /* neither a program nor a script */
    KIND_SCRIPT,  /* begins with #! */
    KIND_FOREIGN, /* ELF, for another machine */
    KIND_DAMAGED, /* ELF, and what its headers say cannot be */
    KIND_ELF,
};

#define HEAD_SIZE   1024 /* holds the program headers of most programs, and the loader's name */
#define WINDOW_SIZE 512  /* holds the dynamic section of most */

struct file {
    int fd;
    enum file_kind kind;
    ElfEhdr header;   /* of KIND_ELF */
    size_t head_size; /* bytes that are in head */
    uint64_t window_at;
    size_t window_size;
    char head[HEAD_SIZE];     /* the file from its beginning */
    char window[WINDOW_SIZE]; /* and from window_at, as it was read last */
};

/* Reads the beginning of a file that is open for reading. */
void elf_begin(struct file *file, int fd);

/* Copies size bytes, at most WINDOW_SIZE. False: they are not in the file. */
bool elf_read(struct file *file, uint64_t offset, void *to, size_t size);

/* Copies a string. False: it does not end within size bytes. */
bool elf_string(struct file *file, uint64_t offset, char *to, size_t size);

/* The number of program headers, and each. */
size_t elf_segments(const struct file *file);
bool elf_segment(struct file *file, size_t i, ElfPhdr *segment);

/* Where in the file the byte of this address is. False: nowhere. */
bool elf_offset(struct file *file, uint64_t address, uint64_t *offset);

/* The dynamic section: the first entry with this tag that is not before the i-th. False: none. *i is
   its number. */
bool elf_dynamic(struct file *file, intptr_t tag, size_t *i, uint64_t *value);

/* The dynamic linker that the program names. "" if it names none; KIND_DAMAGED may be found here. */
void elf_interpreter(struct file *file, char *to, size_t size);

/* The i-th library that the program names (DT_NEEDED). False: there are not so many. */
struct elf_needed {
    size_t next;      /* 0 at first: an entry of the dynamic section */
    uint64_t strings; /* 0 at first: the offset of the string table */
};
bool elf_needed(struct file *file, struct elf_needed *at, char *name, size_t size);

/* Does the library export this symbol? Only by the hash table that GNU's linkers make. */
bool elf_exports(struct file *file, const char *symbol);

#endif
