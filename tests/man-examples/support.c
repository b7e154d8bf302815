/* SPDX-License-Identifier: MIT */
/* Added to the programs of the manual pages: errc, which they take from the BSDs and neither
 * libc has, and lines written at once, as on the terminal that the pages show. */
#include <err.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "support.h"

__attribute__((constructor)) static void buffer_lines(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
}

void errc(int status, int error, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    errno = error;
    verr(status, format, arguments);
    va_end(arguments);
}
