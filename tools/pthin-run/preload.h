/* SPDX-License-Identifier: MIT */
/* LD_PRELOAD. */
#ifndef PTHIN_RUN_PRELOAD_H
#define PTHIN_RUN_PRELOAD_H

#include "elf.h"
#include "text.h"

/* Is this item in the list, whose items stand between colons or blanks? in_folders: also as the last
   part of a path. */
bool preload_has(const char *list, const char *item, bool in_folders);

/* Sets the variables by which the loader preloads lib, of this folder, into the program: behind what is
   preloaded already, and behind the program's sanitizers. */
void preload_set(char **environment, const char *folder, const char *lib, struct file *program,
                 struct room *room);

#endif
