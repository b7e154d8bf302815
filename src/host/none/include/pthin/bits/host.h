/* SPDX-License-Identifier: MIT */
/* What pthread.h needs where there is no libc: types, limits, static initialisers. Everything is
 * visible always, there are no feature macros. */
#ifndef _PTHIN_BITS_HOST_H
#define _PTHIN_BITS_HOST_H 1
#pragma GCC system_header

#ifndef _PTHREAD_H
#    error "include <pthread.h> instead"
#endif

#include <pthin/bits/limits.h>
#include <pthin/bits/types.h>

#define __PTHIN_USE_GNU 1
#define __PTHIN_CPU_SET cpu_set_t

#define __PTHIN_NOTHROW            __attribute__((__nothrow__))
#define __PTHIN_NOTHROW_AS(symbol) __asm__(symbol) __PTHIN_NOTHROW

/* time_t has always had 64 bits here, so no function has a second name. */
#define __PTHIN_TIMED(function)
#define __PTHIN_TIMED_NOTHROW(function) __PTHIN_NOTHROW
#define __PTHIN_CLOCKED(function)
#define __PTHIN_CLOCKED_NOTHROW(function) __PTHIN_NOTHROW

/* clang-format off */
#if __SIZEOF_LONG__ == 8
#    define __PTHIN_MUTEX_INIT(type)  {{0, 0, 0, 0, type}}
#    define __PTHIN_RWLOCK_INIT(kind) {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, kind}}
#else
#    define __PTHIN_MUTEX_INIT(type)  {{0, 0, 0, type}}
#    define __PTHIN_RWLOCK_INIT(kind) {{0, 0, 0, 0, 0, 0, kind}}
#endif
#define __PTHIN_COND_INIT {{0}}
/* clang-format on */

#include <pthin/bits/cleanup_chain.h>

#endif
