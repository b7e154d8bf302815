/* SPDX-License-Identifier: MIT */
#include "preload.h"

#include "environment.h"
#include "sanitizers.h"
#include "say.h"

static bool is_gap(char c)
{
    return c == ':' || c == ' ' || c == '\0';
}

bool preload_has(const char *list, const char *item, bool in_folders)
{
    size_t length = strlen(item);
    for (const char *p = list; (p = find(p, item)); p++) {
        bool begins = p == list || is_gap(p[-1]) || (in_folders && p[-1] == '/');
        if (begins && is_gap(p[length]))
            return true;
    }
    return false;
}

static bool has_blanks(const char *path)
{
    for (; *path; path++)
        if (*path == ' ' || (*path >= '\t' && *path <= '\r'))
            return true;
    return false;
}

/* "first:second", or the one that is not empty. */
static const char *joined(const char *first, const char *second, struct room *room)
{
    return first && *first && second && *second ? room_join(room, first, ":", second, NULL)
           : first && *first                    ? first
                                                : second;
}

void preload_set(char **environment, const char *folder, const char *lib, struct file *program,
                 struct room *room)
{
    const char *old = environment_get(environment, "LD_PRELOAD=");
    const char *path = room_join(room, folder, "/", lib, NULL);
    const char *list = old;
    if (program->kind == KIND_ELF)
        list = joined(sanitizer_runtimes(program, old, room), old, room);
    if (find(path, ":"))
        die(STATUS_FAILED, path, ": the loader takes no ':' in a preload's path; move pthin", NULL);
    if (has_blanks(path)) {
        /* The loader takes no blanks in a preload's path, but does in the search path. */
        const char *search = environment_get(environment, "LD_LIBRARY_PATH=");
        search = joined(folder, search, room);
        environment_set(environment, room_join(room, "LD_LIBRARY_PATH=", search, NULL));
        path = lib;
    }
    if (!list || !preload_has(list, path, false))
        list = joined(list, path, room);
    environment_set(environment, room_join(room, "LD_PRELOAD=", list, NULL));
}
