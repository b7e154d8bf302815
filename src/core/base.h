/* SPDX-License-Identifier: MIT */
/* Small things that every file of the library may use, whatever its room. */
#ifndef PTHIN_CORE_BASE_H
#define PTHIN_CORE_BASE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* PTHIN_STATIC is 1 in the static libraries. There cleanup handlers are a list, and nothing unwinds
   through our frames. So the unwind tables are for debuggers alone, in the program's file but not in
   its memory. But where programs may be in C++ (PTHIN_EXCEPTIONS), an exception may come out of what
   functions of ours call: their files define PTHIN_UNWOUND before anything else. */
#if PTHIN_STATIC && !(defined PTHIN_EXCEPTIONS && defined PTHIN_UNWOUND)
__asm__(".cfi_sections .debug_frame");
#endif

/* The first value of a pointer to a function that is set by whoever needs it. In a static program it
   is NULL, so that the function is contained only together with those who set it. A shared library
   contains all of its functions in any case. */
#define PTHIN_LATE(function) (PTHIN_STATIC ? NULL : (function))

#define likely(x)   __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)

/* The slow part of a function whose other part is called often. Apart, so that the fast one needs no
   stack frame for it; and compiled for size, as are functions that nothing else calls. */
#define SLOW __attribute__((noinline, cold))

/* For variables that every process needs when a shared library is loaded, or at the end. They lie beside
   others that the loader has written to: the first access to each page costs a fault. */
#if PTHIN_STATIC
#    define WRITTEN_EARLY
#else
#    define WRITTEN_EARLY __attribute__((section(".data.early")))
#endif

/* Seen from outside the library; everything else is hidden. */
#define PTHIN_EXPORT __attribute__((visibility("default")))

/* For functions that are short and called often. They begin at a cache line, so that the path usually
   taken lies in one: where it lies in two, posting a semaphore and waiting for it took 1 ns more than 6.6. */
#define PTHIN_FAST        __attribute__((aligned(64)))
#define PTHIN_EXPORT_FAST PTHIN_EXPORT PTHIN_FAST

/* For data that is defined in another file of the library. With it the compiler addresses the data
   directly. Without it, it may load the address from the global offset table, which holds nothing
   before a static PIE has relocated itself. */
#define PTHIN_HIDDEN __attribute__((visibility("hidden")))

/* A second public name for a function in the same file, with the same attributes. */
#if __has_attribute(copy)
#    define PTHIN_COPY(old) copy(old),
#else
#    define PTHIN_COPY(old)
#endif
#define PTHIN_ALIAS(old, new)                                                                      \
    extern __typeof(old) new __attribute__((PTHIN_COPY(old) alias(#old), visibility("default")))

/* n, or the next multiple of a power of two above it; and the next one below. */
static inline uintptr_t round_up(uintptr_t n, uintptr_t power_of_two)
{
    return (n + power_of_two - 1) & -power_of_two;
}

static inline uintptr_t round_down(uintptr_t n, uintptr_t power_of_two)
{
    return n & -power_of_two;
}

/* As PTHIN_ALIAS, for a public name that the header redirects to another one: there it cannot be
   declared under its own name. id is any name that C does not know yet. */
#define PTHIN_OLD_NAME(old, id, symbol)                                                            \
    extern __typeof(old) id __asm__(symbol)                                                        \
        __attribute__((PTHIN_COPY(old) alias(#old), visibility("default")))

/* Corrupted state: one line on stderr, then SIGABRT. Message without newline. */
_Noreturn void fatal(const char *message);

#endif
