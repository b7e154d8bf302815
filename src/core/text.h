/* SPDX-License-Identifier: MIT */
/* Writing text into a buffer, without a libc: for paths, and for lines that are written at once.
   Each function returns where the text ends; there is no terminating NUL. */
#ifndef PTHIN_CORE_TEXT_H
#define PTHIN_CORE_TEXT_H

#include "base.h"

/* Enough for any number in base 10 or 16. */
#define TEXT_DIGITS_MOST (3 * sizeof(unsigned long))

char *text_append(char *p, const char *s);

/* base: 2 to 16. */
char *text_append_number(char *p, unsigned long n, unsigned base);

#endif
