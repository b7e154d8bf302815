/* SPDX-License-Identifier: MIT */
/* The command line. */
#ifndef PTHIN_RUN_OPTIONS_H
#define PTHIN_RUN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct options {
    const char *stats; /* PTHIN_STATS=..., as it is put into the environment, or NULL */
    const char *tool;  /* of valgrind, or NULL */
    bool verbose;
    bool doctor;    /* then there is no command */
    char **command; /* the program and its arguments */
};

/* Ends the program where options ask for that, or are wrong. */
struct options options_read(char **argv, struct room *room);

#endif
