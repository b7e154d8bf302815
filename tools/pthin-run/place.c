/* SPDX-License-Identifier: MIT */
#include "place.h"

#include <asm/errno.h>

#include "core/text.h"
#include "system.h"

#define OWN_FILE "/proc/self/exe"

/* Writes the name as an absolute path. Where it ends, not yet with a NUL. */
static char *absolute(const char *name, char *path)
{
    char *p = path;
    if (name[0] != '/') {
        long size = current_folder(path, PATH_SIZE);
        p += size > 0 ? size - 1 : 0;
        *p++ = '/';
        if (name[0] == '.' && name[1] == '/')
            name += 2;
    }
    return text_append(p, name);
}

/* Is no component of this path, up to end, a symbolic link or a detour? */
static bool is_straight(char *path, char *end)
{
    char ignored;
    for (char *p = path; p < end;) {
        char *component = ++p;
        while (p < end && *p != '/')
            p++;
        if (p == component || *component == '.')
            return false;
        char next = *p;
        *p = '\0';
        long length = link_read(path, &ignored, 1);
        *p = next;
        if (length != -EINVAL)
            return false;
    }
    return true;
}

/* The path of this program. Where it ends. */
static char *own_path(bool quick, const char *started_as, char *path)
{
    long length;
    char *p = absolute(started_as, path);
    if (quick && is_straight(path, p))
        return p;
    length = link_read(OWN_FILE, path, PATH_SIZE);
    /* Without /proc: what there is. */
    return length > 0 ? path + length : absolute(started_as, path);
}

/* The last component goes, with its slash. */
static char *leave(const char *path, char *p)
{
    while (p > path && *--p != '/')
        ;
    return p;
}

/* way: from the folder of this program, such as ../lib/x86_64-linux-gnu */
static const char *go(const char *way, bool quick, const char *started_as, struct room *room)
{
    char *path = room_look(room, PATH_SIZE + strlen(started_as) + strlen(way) + 3);
    char *p = leave(path, own_path(quick, started_as, path));
    for (const char *rest; (rest = after(way, "../")); way = rest)
        p = leave(path, p);
    *p++ = '/';
    return room_take(room, text_append(p, way));
}

const char *library_folder(bool on_musl, bool quick, const char *started_as, struct room *room)
{
    return go(on_musl ? PTHIN_MUSL_LIBDIR_FROM_BINDIR : PTHIN_LIBDIR_FROM_BINDIR, quick, started_as,
              room);
}

const char *doctor_path(bool quick, const char *started_as, struct room *room)
{
    return go(PTHIN_DOCTOR_FROM_BINDIR, quick, started_as, room);
}

bool is_own_file(const char *path)
{
    struct file_status own = file_status(OWN_FILE), other = file_status(path);
    return own.type == FILE_REGULAR && other.type == FILE_REGULAR && own.device == other.device &&
           own.inode == other.inode;
}
