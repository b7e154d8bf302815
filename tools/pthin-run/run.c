/* SPDX-License-Identifier: MIT */
/*
 * pthin-run: starts an existing dynamic program, on glibc or musl, on pthin's threads, by LD_PRELOAD. The
 * loader ignores a preload where it cannot work, so this looks first and says why.
 *
 * It stands between every program and whoever starts it, so it must cost little. It has no libc and no
 * threads: of pthin it takes the place where the kernel enters, and the way to call the kernel. It has
 * no data that is written to, and one segment, which the kernel maps at once.
 */
#include <asm/errno.h>
#include <pthin/program.h>

#include "environment.h"
#include "find.h"
#include "library.h"
#include "musl.h"
#include "options.h"
#include "place.h"
#include "preload.h"
#include "program.h"
#include "say.h"
#include "system.h"
#include "text.h"
#include "tool.h"

/* What is made in the room beside pointers and the values of the two variables: paths, and the names of
   some sanitizers, all of which together are less than this. */
#define ROOM_FOR_PATHS (24 * PATH_SIZE)
/* A value is copied when something is put before it, behind it, and the variable's name before that. */
#define ROOM_FOR_COPIES 4

static size_t length_of(char *const *environment, const char *name)
{
    const char *value = environment_get(environment, name);
    return value ? strlen(value) : 0;
}

static const char *reason(long error)
{
    switch (error) {
    case -EACCES:
        return "not permitted";
    case -ENOEXEC:
        return "the kernel does not take it for a program";
    case -E2BIG:
        return "its arguments and environment are too long";
    case -ENOMEM:
        return "there is no memory for it";
    case -ETXTBSY:
        return "it is being written to";
    default:
        return "the kernel refuses to";
    }
}

/* A script whose first line names no interpreter is the shell's, as for execvp. */
static long execute_by_shell(const char *path, char **command, char **environment,
                             struct room *room)
{
    size_t count = environment_count(command);
    char **argv = room_pointers(room, count + 2);
    argv[0] = (char *)"sh";
    argv[1] = (char *)path;
    memcpy(argv + 2, command + 1, count * sizeof *argv); /* with the NULL */
    return execute("/bin/sh", argv, environment);
}

static _Noreturn void start(const struct program *program, char **command, char **environment,
                            struct room *room)
{
    const char *path = program->path, *loader = program->loader;
    long error = execute(path, command, environment);
    if (error == -ENOEXEC && program->file.kind == KIND_SCRIPT)
        error = execute_by_shell(path, command, environment, room);
    if (error == -ENOENT && loader[0])
        die(STATUS_NOT_FOUND, path, ": needs ", loader, ", which is missing", NULL);
    if (error == -ENOENT)
        die(STATUS_NOT_FOUND, path, ": its interpreter is missing", NULL);
    die(STATUS_CANNOT_RUN, path, ": cannot be started, ", reason(error), NULL);
}

/* What is there, and what is not: a program of its own looks. */
static _Noreturn void call_doctor(char **environment, const char *started_as, struct room *room)
{
    const char *path;
    int quick = 1;
    while (!file_exists(path = doctor_path(quick, started_as, room)) && quick)
        quick = 0;
    char *argv[] = {(char *)path, (char *)library_path(false, quick, started_as, room),
                    (char *)library_path(true, quick, started_as, room), NULL};
    execute(path, argv, environment);
    die(STATUS_FAILED, path, " is missing: build or install pthin again", NULL);
}

static _Noreturn void run(char **argv, char **environment, const char *started_as,
                          struct room *room)
{
    struct options options = options_read(argv, room);
    struct program program;
    if (options.doctor)
        call_doctor(environment, started_as, room);
    if (options.stats)
        environment_set(environment, options.stats);
    if (options.verbose)
        environment_set(environment, "PTHIN_VERBOSE=1");

    program.path = find_program(options.command[0], environment_get(environment, "PATH="), room);
    program_look(&program, room);
    if (options.tool)
        tool_check(&program);
    struct library library = library_for(&program, started_as, room);
    /* Within itself once is enough. */
    if (program.file.kind == KIND_ELF && !program.loader[0] && is_own_file(program.path))
        start(&program, options.command, environment, room);
    library_check(&library, &program);
    if (loader_is_musl(program.loader))
        musl_check(program.path, program.loader, environment, room);
    if (options.tool)
        library = tool_library(options.tool, library, environment, room);
    preload_set(environment, library.folder, library.name, &program.file, room);
    if (options.tool)
        tool_start(options.tool, library.folder, program.path, options.command, environment, room);
    start(&program, options.command, environment, room);
}

static uintptr_t auxiliary(const uintptr_t *vector, uintptr_t type)
{
    for (; vector[0]; vector += 2)
        if (vector[0] == type)
            return vector[1];
    return 0;
}

/* Called by _start with the stack as the kernel made it: argc, argv, NULL, the environment, NULL, the
   auxiliary vector. */
_Noreturn void pthin_program_start(uintptr_t *stack, const void *dynamic)
{
    char **argv = (char **)(stack + 1), **variables = argv + stack[0] + 1;
    size_t count = environment_count(variables);
    uintptr_t name = auxiliary((uintptr_t *)(variables + count + 1), PTHIN_AT_EXECFN);
    const char *started_as = name ? (const char *)name : "";
    (void)dynamic;
    if (!argv[0])
        finish(STATUS_USAGE);

    size_t pointers = count + ENVIRONMENT_MORE + 1;
    size_t size = ROOM_FOR_PATHS + LIBRARY_LOOKS * strlen(started_as);
    /* The arguments as they are changed, with a NULL. */
    size += (pointers + stack[0] + TOOL_WORDS + 1) * sizeof(char *);
    size += ROOM_FOR_COPIES * length_of(variables, "LD_PRELOAD=");
    size += ROOM_FOR_COPIES * length_of(variables, "LD_LIBRARY_PATH=");
    /* The kernel gave at most a quarter of the stack to what this is the size of. */
    struct room room;
    room.next = __builtin_alloca(size);
    room.end = room.next + size;
    char **environment = room_pointers(&room, pointers);
    memcpy(environment, variables, (count + 1) * sizeof *environment);
    run(argv + 1, environment, started_as, &room);
}
