/* SPDX-License-Identifier: MIT */
/* <string.h> with no libc: the functions that compilers call on their own, and strlen. */
#ifndef _STRING_H
#define _STRING_H 1
#pragma GCC system_header

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Copies size bytes; the areas do not overlap. Returns to. POSIX.1-2024 memcpy; man memcpy(3) */
extern void *memcpy(void *__restrict __to, const void *__restrict __from, size_t __size)
    __attribute__((__nothrow__));

/* Copies size bytes; the areas may overlap. Returns to. POSIX.1-2024 memmove; man memmove(3) */
extern void *memmove(void *__to, const void *__from, size_t __size) __attribute__((__nothrow__));

/* Fills size bytes with one value. Returns to. POSIX.1-2024 memset; man memset(3) */
extern void *memset(void *__to, int __value, size_t __size) __attribute__((__nothrow__));

/* Below, above or equal to 0 by the first bytes that differ. POSIX.1-2024 memcmp; man memcmp(3) */
extern int memcmp(const void *__a, const void *__b, size_t __size)
    __attribute__((__nothrow__, __pure__));

/* Bytes in front of the NUL. POSIX.1-2024 strlen; man strlen(3) */
extern size_t strlen(const char *__s) __attribute__((__nothrow__, __pure__));

#ifdef __cplusplus
}
#endif

#endif
