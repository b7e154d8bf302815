/* SPDX-License-Identifier: MIT */
#include "text.h"

char *text_append(char *p, const char *s)
{
    while (*s)
        *p++ = *s++;
    return p;
}

char *text_append_number(char *p, unsigned long n, unsigned base)
{
    unsigned long rest = n;
    char *end = p;
    do
        end++;
    while ((rest /= base) != 0);
    for (char *digit = end; digit > p; n /= base)
        *--digit = "0123456789abcdef"[n % base];
    return end;
}
