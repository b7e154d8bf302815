/* SPDX-License-Identifier: MIT */
/* Strings, and the room in which new ones are made. */
#ifndef PTHIN_RUN_TEXT_H
#define PTHIN_RUN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/*
 * Memory from which pieces are taken and not given back. Its size is reckoned beforehand (run.c), and
 * taking more ends the program: it would be an error in that sum. One string follows the other, so
 * that all of them together touch few pages.
 */
struct room {
    char *next, *end;
};

/* Nothing is taken yet: at least size bytes can be written at the address, until the next call. */
char *room_look(struct room *room, size_t size);
/* Takes what was written there: a string, which is given its NUL at this end. */
const char *room_take(struct room *room, char *end);
/* Takes memory for pointers. */
void *room_pointers(struct room *room, size_t count);
/* A new string, of these up to a NULL. */
const char *room_join(struct room *room, ...) __attribute__((sentinel));

static inline bool equal(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return *a == *b;
}

/* What follows the beginning in the string; NULL: it does not begin so. */
static inline const char *after(const char *string, const char *beginning)
{
    for (; *beginning; string++, beginning++)
        if (*string != *beginning)
            return NULL;
    return string;
}

/* Where the piece is in the string; NULL: nowhere. */
const char *find(const char *string, const char *piece);

#endif
