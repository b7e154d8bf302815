/* SPDX-License-Identifier: MIT */
/* How a function is declared so that musl's own headers can declare it again. */
#ifndef _PTHIN_BITS_DECLARE_H
#define _PTHIN_BITS_DECLARE_H 1
#pragma GCC system_header

#include <bits/alltypes.h> /* musl's, has _REDIR_TIME64. Not found: compile with musl-gcc */

/* An attribute and not an exception specification: musl's headers have none. */
#define __PTHIN_NOTHROW            __attribute__((__nothrow__))
#define __PTHIN_NOTHROW_AS(symbol) __asm__(symbol) __PTHIN_NOTHROW

/* Where time_t was once 32 bits wide the plain names belong to old object files. Functions that
 * musl has not had in that time take the 64-bit time_t under their plain name. */
#define __PTHIN_TIME64(function) "__" #function "_time64"
#if defined _REDIR_TIME64 && _REDIR_TIME64
#    define __PTHIN_TIMED(function)         __asm__(__PTHIN_TIME64(function))
#    define __PTHIN_TIMED_NOTHROW(function) __PTHIN_NOTHROW_AS(__PTHIN_TIME64(function))
#else
#    define __PTHIN_TIMED(function)
#    define __PTHIN_TIMED_NOTHROW(function) __PTHIN_NOTHROW
#endif
#define __PTHIN_CLOCKED(function)
#define __PTHIN_CLOCKED_NOTHROW(function) __PTHIN_NOTHROW

#endif
