/* SPDX-License-Identifier: MIT */
/* Small things that every file of the engine may use. */
#ifndef PTHIN_CORE_BASE_H
#define PTHIN_CORE_BASE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define likely(x)   __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)

/* Seen from outside the library; everything else is hidden. */
#define PTHIN_EXPORT __attribute__((visibility("default")))

/* The same, for functions that are short and called often: the whole of the path usually taken lies
   in one cache line. */
#define PTHIN_EXPORT_FAST PTHIN_EXPORT __attribute__((aligned(64)))

/* Data of another file of the library: reached directly. Without it a compiler may go through the
   global offset table, which holds nothing before a static PIE has relocated itself. */
#define PTHIN_HIDDEN __attribute__((visibility("hidden")))

/* A second public name for a function in the same file, with the same attributes. */
#if __has_attribute(copy)
#    define PTHIN_COPY(old) copy(old),
#else
#    define PTHIN_COPY(old)
#endif
#define PTHIN_ALIAS(old, new)                                                                      \
    extern __typeof(old) new __attribute__((PTHIN_COPY(old) alias(#old), visibility("default")))

static inline uintptr_t round_up(uintptr_t n, uintptr_t power_of_two)
{
    return (n + power_of_two - 1) & -power_of_two;
}

static inline uintptr_t round_down(uintptr_t n, uintptr_t power_of_two)
{
    return n & -power_of_two;
}

/* The same for a name that the public header redirects. */
#define PTHIN_OLD_NAME(old, id, symbol)                                                            \
    extern __typeof(old) id __asm__(symbol)                                                        \
        __attribute__((PTHIN_COPY(old) alias(#old), visibility("default")))

/* Corrupted state: one line on stderr, then SIGABRT. Message without newline. */
_Noreturn void fatal(const char *message);

#endif
