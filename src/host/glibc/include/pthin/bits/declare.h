/* SPDX-License-Identifier: MIT */
/* How a function is declared so that glibc's own headers can declare it again. */
#ifndef _PTHIN_BITS_DECLARE_H
#define _PTHIN_BITS_DECLARE_H 1
#pragma GCC system_header

#include <features.h>

#ifndef __LP64__
#    error "pthin has no port to glibc on a machine with 32 bits"
#endif

/* glibc's <signal.h> and <unistd.h> declare some of our functions too; C++ wants the exception
 * specifications to agree. Not __THROW: its "leaf" would let a compiler keep static data in
 * registers across a lock. */
#define __PTHIN_NOTHROW __THROWNL
#ifdef __cplusplus
#    define __PTHIN_NOTHROW_AS(symbol) __THROWNL __asm__(symbol)
#else
#    define __PTHIN_NOTHROW_AS(symbol) __asm__(symbol) __THROWNL
#endif

/* Functions that take a time have one name: glibc has a second one, for a time_t of 64 bits, only
 * where time_t could also have 32, which no port to glibc has. Its own __USE_TIME_BITS64 does not
 * tell: from 2.41 on it says that time_t has 64 bits, whatever it could have. */
#define __PTHIN_TIMED(function)
#define __PTHIN_TIMED_NOTHROW(function) __PTHIN_NOTHROW
#define __PTHIN_CLOCKED(function)
#define __PTHIN_CLOCKED_NOTHROW(function) __PTHIN_NOTHROW

#endif
