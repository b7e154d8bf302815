/* SPDX-License-Identifier: MIT */
/* The environment that the program is given. */
#ifndef PTHIN_RUN_ENVIRONMENT_H
#define PTHIN_RUN_ENVIRONMENT_H

#include <stddef.h>

/* As many variables may be set that were not there. */
#define ENVIRONMENT_MORE 4

size_t environment_count(char *const *environment);

/* The value; NULL: not set. name ends with its equals sign. Of several the last one counts, as for the
   dynamic linkers. */
const char *environment_get(char *const *environment, const char *name);

/* Sets a variable, NAME=VALUE. There is room for it. */
void environment_set(char **environment, const char *variable);

#endif
