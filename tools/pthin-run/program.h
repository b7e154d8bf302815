/* SPDX-License-Identifier: MIT */
/* What the program is: an ELF file or a script, and for which libc. */
#ifndef PTHIN_RUN_PROGRAM_H
#define PTHIN_RUN_PROGRAM_H

#include "elf.h"
#include "text.h"

struct program {
    const char *path;
    struct file file;
    /* The dynamic linker that it names, or that the interpreter of a script names. "": none. */
    const char *loader;
};

/* Looks into the file at program->path. Ends this program if it is neither ELF nor a script. */
void program_look(struct program *program, struct room *room);

bool loader_is_musl(const char *loader);
bool loader_is_glibc(const char *loader);

#endif
