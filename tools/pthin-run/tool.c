/* SPDX-License-Identifier: MIT */
/*
 * helgrind and DRD watch the functions of libraries whose soname is that of glibc's libc or libpthread. So
 * there is a second libpthin.so.0 that bears such a soname (cmake/valgrind.cmake), which nothing but these
 * tools is given. memcheck looks at memory only, and has the library that is always used.
 */
#include "tool.h"

#include <asm/errno.h>

#include "environment.h"
#include "find.h"
#include "say.h"
#include "system.h"

/* In the folder of the library. */
#define FOLDER       "/pthin/valgrind"
#define SUPPRESSIONS "/pthin.supp"

static bool watches_functions(const char *tool)
{
    return !equal(tool, "memcheck");
}

void tool_check_name(const char *tool)
{
    if (!equal(tool, "helgrind") && !equal(tool, "drd") && !equal(tool, "memcheck"))
        die(STATUS_USAGE, "unknown tool '", tool, "': there are helgrind, drd and memcheck", NULL);
}

void tool_check(const struct program *program)
{
    if (program->file.kind == KIND_ELF && !program->loader[0])
        die(STATUS_CANNOT_RUN, program->path,
            ": is static; --tool= takes dynamic programs on glibc", NULL);
    if (loader_is_musl(program->loader))
        die(STATUS_CANNOT_RUN, program->path,
            ": is on musl; --tool= takes dynamic programs on glibc", NULL);
}

struct library tool_library(const char *tool, struct library library, char **environment,
                            struct room *room)
{
    if (!watches_functions(tool))
        return library;
    library.folder = room_join(room, library.folder, FOLDER, NULL);
    if (!file_exists(room_join(room, library.folder, "/", library.name, NULL)))
        die(STATUS_FAILED, library.folder, "/", library.name,
            " is missing: build or install pthin again", NULL);
    /* Loaded by two names of one file, it is one library. */
    const char *old = environment_get(environment, "LD_LIBRARY_PATH=");
    bool more = old && *old;
    environment_set(environment, room_join(room, "LD_LIBRARY_PATH=", library.folder,
                                           more ? ":" : "", more ? old : "", NULL));
    return library;
}

_Noreturn void tool_start(const char *tool, const char *folder, const char *program, char **command,
                          char **environment, struct room *room)
{
    size_t count = environment_count(command), n = 0;
    const char *valgrind = find_command("valgrind", environment_get(environment, "PATH="), room);
    if (!valgrind)
        die(STATUS_NOT_FOUND, "valgrind not found: install the package valgrind", NULL);
    char **argv = room_pointers(room, count + TOOL_WORDS + 1);
    argv[n++] = (char *)valgrind;
    argv[n++] = (char *)room_join(room, "--tool=", tool, NULL);
    if (watches_functions(tool))
        argv[n++] = (char *)room_join(room, "--suppressions=", folder, SUPPRESSIONS, NULL);
    argv[n++] = (char *)program;
    memcpy(argv + n, command + 1, count * sizeof *argv); /* with the NULL */
    long error = execute(valgrind, argv, environment);
    die(STATUS_CANNOT_RUN, valgrind, ": cannot be started",
        error == -E2BIG ? ", its arguments and environment are too long" : "", NULL);
}
