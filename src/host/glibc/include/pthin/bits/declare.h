/* SPDX-License-Identifier: MIT */
/* How a function is declared so that glibc's own headers can declare it again. */
#ifndef _PTHIN_BITS_DECLARE_H
#define _PTHIN_BITS_DECLARE_H 1
#pragma GCC system_header

#include <features.h>

/* glibc's <signal.h> and <unistd.h> declare some of our functions too; C++ wants the exception
 * specifications to agree. Not __THROW: its "leaf" would let a compiler keep static data in
 * registers across a lock. */
#define __PTHIN_NOTHROW __THROWNL
#ifdef __cplusplus
#    define __PTHIN_NOTHROW_AS(symbol) __THROWNL __asm__(symbol)
#else
#    define __PTHIN_NOTHROW_AS(symbol) __asm__(symbol) __THROWNL
#endif

/* Functions that take a time, when a 32-bit program asked for a 64-bit time_t. */
#define __PTHIN_TIME64(function) "__" #function "64"
#ifdef __USE_TIME_BITS64
#    define __PTHIN_TIMED(function)         __asm__(__PTHIN_TIME64(function))
#    define __PTHIN_TIMED_NOTHROW(function) __PTHIN_NOTHROW_AS(__PTHIN_TIME64(function))
#else
#    define __PTHIN_TIMED(function)
#    define __PTHIN_TIMED_NOTHROW(function) __PTHIN_NOTHROW
#endif
/* The ones that musl never had with a 32-bit time_t; glibc makes no difference. */
#define __PTHIN_CLOCKED(function)         __PTHIN_TIMED(function)
#define __PTHIN_CLOCKED_NOTHROW(function) __PTHIN_TIMED_NOTHROW(function)

#endif
