/* SPDX-License-Identifier: MIT */
/* The musl that a program would run on. */
#ifndef PTHIN_RUN_MUSL_H
#define PTHIN_RUN_MUSL_H

#include "text.h"

/* Ends this program if that musl is missing or too old. loader is its dynamic linker, which is its
   libc as well. */
void musl_check(const char *program, const char *loader, char *const *environment,
                struct room *room);

#endif
