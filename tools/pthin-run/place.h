/* SPDX-License-Identifier: MIT */
/* Where pthin-run itself lies. */
#ifndef PTHIN_RUN_PLACE_H
#define PTHIN_RUN_PLACE_H

#include "text.h"

/*
 * The folder of the library for a libc, as an absolute path. It is found from this program's own place, so
 * that a tree may be moved. started_as is the name by which the kernel started this program (AT_EXECFN).
 *
 * quick: by that name alone. For where this program is the interpreter of a script, it is the script's.
 * Otherwise by /proc, of which the first look of a process costs as much as ten others.
 */
const char *library_folder(bool on_musl, bool quick, const char *started_as, struct room *room);

/* The program that --doctor starts. */
const char *doctor_path(bool quick, const char *started_as, struct room *room);

/* Is this file this program, by whatever name? */
bool is_own_file(const char *path);

#endif
