/* SPDX-License-Identifier: MIT */
#include "musl.h"

#include "elf.h"
#include "say.h"
#include "system.h"

/* The first version that pthin works with, and a function that it was the first to have. */
#define OLDEST          "1.2.2"
#define OLDEST_FUNCTION "_Fork"

#define OUTPUT_SIZE 1024

/* A look into the file costs little. Nothing follows if this fails: then the loader is asked. */
static bool has_function(const char *loader)
{
    struct file file;
    long fd = file_open(loader);
    if (fd < 0)
        return false;
    elf_begin(&file, (int)fd);
    bool has = file.kind == KIND_ELF && elf_exports(&file, OLDEST_FUNCTION);
    file_close((int)fd);
    return has;
}

/* Three numbers, whatever stands between them, as one to compare. */
static unsigned long number_of(const char *version)
{
    unsigned long number = 0;
    for (int i = 0; i < 3; i++) {
        unsigned long part = 0;
        while (*version && (*version < '0' || *version > '9'))
            version++;
        for (; *version >= '0' && *version <= '9'; version++)
            if (part < 1000)
                part = part * 10 + (unsigned long)(*version - '0');
        number = number * 1000 + (part < 1000 ? part : 999);
    }
    return number;
}

/* Without arguments musl's loader says what it is, with its version on the second line. "": it does not
   say. */
static const char *version_of(const char *loader, char *const *environment, struct room *room)
{
    char *output = room_look(room, OUTPUT_SIZE);
    size_t size = program_output(loader, environment, output, OUTPUT_SIZE - 1);
    output = (char *)room_take(room, output + size);
    for (char *line = output; *line;) {
        const char *version = after(line, "Version ");
        while (*line && *line != '\n')
            line++;
        if (version) {
            *line = '\0';
            return version;
        }
        if (*line)
            line++;
    }
    return "";
}

void musl_check(const char *program, const char *loader, char *const *environment,
                struct room *room)
{
    if (!file_executable(loader))
        die(STATUS_NOT_FOUND, program, ": needs ", loader, ", which is missing", NULL);
    if (has_function(loader))
        return;
    const char *version = version_of(loader, environment, room);
    if (number_of(version) < number_of(OLDEST))
        die(STATUS_CANNOT_RUN, program, ": uses musl ",
            *version ? version : "of an unknown version", "; pthin needs " OLDEST " or later",
            NULL);
}
