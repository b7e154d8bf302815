/* SPDX-License-Identifier: MIT */
#include "options.h"

#include "core/text.h"
#include "say.h"
#include "system.h"
#include "tool.h"

#define STATS "PTHIN_STATS="

static const char usage[] = "Usage: pthin-run [--stats[=FILE]] [--tool=helgrind|drd|memcheck] "
                            "[--verbose] PROGRAM [ARGUMENT]..., or "
                            "pthin-run --doctor\n";

static const char help[] =
    "Starts a dynamic program, on glibc or musl, on pthin's threads.\n"
    "  --stats       say at the end how many threads the program created; its children say "
    "nothing\n"
    "  --stats=FILE  every process adds a line with its ID and number to FILE\n"
    "                (nothing is said by what a signal kills, and by programs that end past\n"
    "                libc, with the system call exit_group: those of Go)\n"
    "  --tool=helgrind|drd|memcheck  run the program under this tool of valgrind, on glibc\n"
    "  --verbose     say at the start whether pthin is in use\n"
    "  --doctor      without a program: tell what this system has of what pthin makes use of\n";

/* The first process is this one, which becomes the program, and none of its children. */
static const char *stats_of_this(struct room *room)
{
    char *p = room_look(room, sizeof STATS + 1 + TEXT_DIGITS_MOST);
    p = text_append(p, STATS "@");
    return room_take(room, text_append_number(p, (unsigned)process_id(), 10));
}

/* A path must be absolute, for the program and its children may work in other folders. */
static const char *stats_in(const char *file, struct room *room)
{
    char folder[PATH_SIZE];
    const char *variable = NULL, *path = file;
    /* What is longer, the kernel would not open. */
    if (strlen(file) < PATH_SIZE) {
        if (file[0] == '/')
            variable = room_join(room, STATS, file, NULL);
        else if (current_folder(folder, sizeof folder) > 0)
            variable = room_join(room, STATS, folder, "/", file, NULL);
    }
    if (variable)
        path = variable + sizeof STATS - 1;
    long fd = variable ? file_open_append(path) : -1;
    if (fd < 0)
        die(STATUS_FAILED, "cannot write to ", path, ": name another file for --stats=", NULL);
    file_close((int)fd);
    return variable;
}

struct options options_read(char **argv, struct room *room)
{
    struct options options = {0};
    for (; *argv && (*argv)[0] == '-'; argv++) {
        const char *option = *argv, *file = after(option, "--stats="),
                   *tool = after(option, "--tool=");
        if (equal(option, "--")) {
            argv++;
            break;
        }
        if (equal(option, "--stats")) {
            options.stats = stats_of_this(room);
        } else if (file) {
            if (!*file)
                die(STATUS_USAGE, "--stats= names no file: say --stats=FILE, or --stats", NULL);
            options.stats = stats_in(file, room);
        } else if (tool) {
            tool_check_name(tool);
            options.tool = tool;
        } else if (equal(option, "--verbose")) {
            options.verbose = true;
        } else if (equal(option, "--doctor")) {
            options.doctor = true;
        } else if (equal(option, "--version")) {
            say(1, "pthin-run " PTHIN_VERSION "\n");
            finish(0);
        } else if (equal(option, "-h") || equal(option, "--help")) {
            say(1, usage);
            say(1, help);
            finish(0);
        } else {
            die(STATUS_USAGE, "unknown option '", option, "'; pthin-run --help lists them", NULL);
        }
    }
    if (options.doctor && !options.tool && !*argv)
        return options;
    if (!*argv || options.doctor) {
        say(2, usage);
        finish(STATUS_USAGE);
    }
    options.command = argv;
    return options;
}
