/* SPDX-License-Identifier: MIT */
/* The program's file. */
#ifndef PTHIN_RUN_FIND_H
#define PTHIN_RUN_FIND_H

#include "text.h"

/* Finds it the way execvp does; search is the value of PATH, or NULL. Ends this program if there is
   none that can be started. */
const char *find_program(const char *name, const char *search, struct room *room);

/* The same for a name without a slash, of which there may be none: NULL. */
const char *find_command(const char *name, const char *search, struct room *room);

#endif
