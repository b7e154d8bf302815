/* SPDX-License-Identifier: MIT */
/* Which of pthin's libraries a program is to have. */
#ifndef PTHIN_RUN_LIBRARY_H
#define PTHIN_RUN_LIBRARY_H

#include "program.h"

struct library {
    const char *folder; /* an absolute path */
    const char *name;   /* of the file in there */
    bool on_musl;
};

/* How often at most library_for asks where a folder is (place.h), each time for a path that may be as long
   as started_as: for two libcs, quickly and not, and for what it says. --doctor looks once more. */
#define LIBRARY_LOOKS 6

/* The one for this program. Ends this program if it is not there. started_as: see place.h */
struct library library_for(const struct program *program, const char *started_as,
                           struct room *room);

/* Where it should be, whether or not it is there: the path of the file. */
const char *library_path(bool on_musl, bool quick, const char *started_as, struct room *room);

/* Ends this program if the loader would not preload the library into the program. */
void library_check(const struct library *library, const struct program *program);

#endif
