/* SPDX-License-Identifier: MIT */
/* What pthread.h needs where there is no libc: types, limits, static initialisers. Everything is
 * visible always, there are no feature macros. */
#ifndef _PTHIN_BITS_HOST_H
#define _PTHIN_BITS_HOST_H 1
#pragma GCC system_header

#ifndef _PTHREAD_H
#    error "include <pthread.h> instead"
#endif

#include <pthin/bits/declare.h>
#include <pthin/bits/limits.h>
#include <pthin/bits/types.h>

#define __PTHIN_USE_GNU 1
#define __PTHIN_NO_FORK 1 /* a program that forks does so by itself */
#define __PTHIN_CPU_SET cpu_set_t

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
