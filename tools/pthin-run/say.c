/* SPDX-License-Identifier: MIT */
#include "say.h"

#include <stdarg.h>
#include <string.h>

#include "system.h"

#define PIECES 9 /* the name of the program, seven, the end of the line */

_Noreturn void die(int status, ...)
{
    struct piece pieces[PIECES] = {{"pthin-run: ", 11}};
    size_t n = 1;
    va_list list;
    va_start(list, status);
    for (const char *s; (s = va_arg(list, const char *)) && n < PIECES - 1; n++)
        pieces[n] = (struct piece){s, strlen(s)};
    va_end(list);
    pieces[n++] = (struct piece){"\n", 1};
    write_pieces(2, pieces, n);
    finish(status);
}

void say(int fd, const char *text)
{
    write_pieces(fd, &(struct piece){text, strlen(text)}, 1);
}
