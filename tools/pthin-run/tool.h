/* SPDX-License-Identifier: MIT */
/* Programs under valgrind. */
#ifndef PTHIN_RUN_TOOL_H
#define PTHIN_RUN_TOOL_H

#include "library.h"

/* So many words stand before the program on valgrind's command line, at most. */
#define TOOL_WORDS 3

/* Ends this program if there is no such tool. */
void tool_check_name(const char *tool);

/* Ends this program if the tool cannot see the threads of that program. */
void tool_check(const struct program *program);

/* The library that a program under the tool is to have, in place of this one, and in the environment the
   search path by which a program that was linked with pthin gets it as well. Ends this program if it is
   not there. */
struct library tool_library(const char *tool, struct library library, char **environment,
                            struct room *room);

/* Starts the program under the tool. folder: of the library */
_Noreturn void tool_start(const char *tool, const char *folder, const char *program, char **command,
                          char **environment, struct room *room);

#endif
