/* SPDX-License-Identifier: MIT */
/* The runtimes of sanitizers. */
#ifndef PTHIN_RUN_SANITIZERS_H
#define PTHIN_RUN_SANITIZERS_H

#include "elf.h"
#include "text.h"

/* Those that the program names, and that are not among what is preloaded already: they must be loaded
   first of all. A list with colons between them; NULL: none. */
const char *sanitizer_runtimes(struct file *program, const char *preloaded, struct room *room);

#endif
