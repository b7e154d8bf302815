/* SPDX-License-Identifier: MIT */
#include "find.h"

#include "core/text.h"
#include "say.h"
#include "system.h"

/* Where shells look if PATH is not set. */
#define USUAL "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

/* In the folders of the list, in their order; an empty one is the working directory. NULL: in none. */
static const char *find_in(const char *list, const char *name, struct file_status *status,
                           struct room *room)
{
    size_t name_size = strlen(name) + 2; /* with a slash and the NUL */
    for (;;) {
        size_t length = 0;
        while (list[length] && list[length] != ':')
            length++;
        if (length + name_size <= PATH_SIZE) {
            char *path = room_look(room, PATH_SIZE), *p = path;
            memcpy(p, length ? list : ".", length ? length : 1);
            p += length ? length : 1;
            *p++ = '/';
            p = text_append(p, name);
            *p = '\0';
            if (file_executable(path)) {
                *status = file_status(path);
                if (status->type == FILE_REGULAR)
                    return room_take(room, p);
            }
        }
        if (!list[length])
            return NULL;
        list += length + 1;
    }
}

const char *find_command(const char *name, const char *search, struct room *room)
{
    struct file_status status;
    return find_in(search ? search : USUAL, name, &status, room);
}

const char *find_program(const char *name, const char *search, struct room *room)
{
    struct file_status status = {.type = FILE_ABSENT};
    const char *program = name;
    if (find(name, "/")) {
        status = file_status(name);
        if (status.type == FILE_FOLDER)
            die(STATUS_CANNOT_RUN, name, ": is a folder, and no program", NULL);
        if (status.type == FILE_ABSENT)
            die(STATUS_NOT_FOUND, name, ": not found", NULL);
        if (status.type != FILE_REGULAR)
            die(STATUS_CANNOT_RUN, name, ": is no regular file, and no program", NULL);
        if (!file_executable(name))
            die(STATUS_CANNOT_RUN, name, ": not executable", NULL);
    } else {
        program = find_in(search ? search : USUAL, name, &status, room);
        if (!program)
            die(STATUS_NOT_FOUND, name, ": not found", NULL);
    }
    if (status.privileged)
        die(STATUS_CANNOT_RUN, program,
            ": is setuid or setgid; the loader preloads nothing into such a program", NULL);
    return program;
}
