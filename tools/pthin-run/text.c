/* SPDX-License-Identifier: MIT */
#include "text.h"

#include <stdarg.h>
#include <stdint.h>

#include "core/text.h"

char *room_look(struct room *room, size_t size)
{
    if (size > (size_t)(room->end - room->next))
        __builtin_trap();
    return room->next;
}

const char *room_take(struct room *room, char *end)
{
    const char *taken = room->next;
    *end = '\0';
    room->next = end + 1;
    return taken;
}

void *room_pointers(struct room *room, size_t count)
{
    size_t skip = -(uintptr_t)room->next & (sizeof(char *) - 1);
    size_t size = count * sizeof(char *);
    char *taken = room_look(room, skip + size) + skip;
    room->next = taken + size;
    return taken;
}

const char *room_join(struct room *room, ...)
{
    char *p = room->next;
    va_list list;
    va_start(list, room);
    for (const char *s; (s = va_arg(list, const char *));) {
        if (strlen(s) >= (size_t)(room->end - p))
            __builtin_trap();
        p = text_append(p, s);
    }
    va_end(list);
    return room_take(room, p);
}

const char *find(const char *string, const char *piece)
{
    for (; *string; string++)
        if (after(string, piece))
            return string;
    return NULL;
}
