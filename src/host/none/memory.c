/* SPDX-License-Identifier: MIT */
/*
 * The functions that compilers call on their own. Weak: a program may bring faster ones.
 * Word by word where both ends are aligned alike; no vector registers.
 */
#include <string.h>

#include "core/base.h"

#define WEAK __attribute__((weak)) PTHIN_EXPORT

/* May alias anything. */
typedef uintptr_t __attribute__((may_alias)) word;

static bool aligned_alike(const void *a, const void *b)
{
    return (((uintptr_t)a ^ (uintptr_t)b) & (sizeof(word) - 1)) == 0;
}

static bool unaligned(const void *p)
{
    return (uintptr_t)p & (sizeof(word) - 1);
}

WEAK void *memcpy(void *restrict to, const void *restrict from, size_t size)
{
    unsigned char *d = to;
    const unsigned char *s = from;
    if (aligned_alike(d, s)) {
        for (; size && unaligned(d); size--)
            *d++ = *s++;
        for (; size >= sizeof(word); size -= sizeof(word), d += sizeof(word), s += sizeof(word))
            *(word *)d = *(const word *)s;
    }
    while (size--)
        *d++ = *s++;
    return to;
}

WEAK void *memmove(void *to, const void *from, size_t size)
{
    unsigned char *d = to;
    const unsigned char *s = from;
    /* Forwards is right unless the target begins inside the source. */
    if ((uintptr_t)d - (uintptr_t)s >= size)
        return memcpy(to, from, size);
    while (size--)
        d[size] = s[size];
    return to;
}

WEAK void *memset(void *to, int value, size_t size)
{
    unsigned char *d = to;
    word pattern = (unsigned char)value * (~(word)0 / 255);
    for (; size && unaligned(d); size--)
        *d++ = (unsigned char)value;
    for (; size >= sizeof(word); size -= sizeof(word), d += sizeof(word))
        *(word *)d = pattern;
    while (size--)
        *d++ = (unsigned char)value;
    return to;
}

WEAK int memcmp(const void *a, const void *b, size_t size)
{
    const unsigned char *x = a, *y = b;
    for (; size; size--, x++, y++)
        if (*x != *y)
            return *x - *y;
    return 0;
}

int bcmp(const void *a, const void *b, size_t size);
WEAK int bcmp(const void *a, const void *b, size_t size)
{
    return memcmp(a, b, size);
}

WEAK size_t strlen(const char *s)
{
    size_t n = 0;
    while (s[n])
        n++;
    return n;
}
