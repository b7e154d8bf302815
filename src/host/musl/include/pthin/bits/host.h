/* SPDX-License-Identifier: MIT */
/* What pthread.h needs to know about musl: which of its types to ask for, how a function is
 * declared so that musl's own headers can declare it again, and the static initialisers. */
#ifndef _PTHIN_BITS_HOST_H
#define _PTHIN_BITS_HOST_H 1
#pragma GCC system_header

#ifndef _PTHREAD_H
#    error "include <pthread.h> instead"
#endif

#include <features.h>
#include <pthin/bits/declare.h>

/* musl makes a type visible when a header asks for it by name, in strict modes too. */
#define __NEED_size_t
#define __NEED_time_t
#define __NEED_pid_t
#define __NEED_clockid_t
#define __NEED_struct_timespec
#define __NEED_sigset_t
#define __NEED_pthread_t
#define __NEED_pthread_attr_t
#define __NEED_pthread_mutex_t
#define __NEED_pthread_mutexattr_t
#define __NEED_pthread_cond_t
#define __NEED_pthread_condattr_t
#define __NEED_pthread_rwlock_t
#define __NEED_pthread_rwlockattr_t
#define __NEED_pthread_barrier_t
#define __NEED_pthread_barrierattr_t
#define __NEED_pthread_spinlock_t
#define __NEED_pthread_key_t
#define __NEED_pthread_once_t
#include <bits/alltypes.h>

#ifdef _GNU_SOURCE
#    define __PTHIN_USE_GNU 1
#endif
/* By its tag: <sched.h> has the typedef only if _GNU_SOURCE was there at its first inclusion. */
#define __PTHIN_CPU_SET struct cpu_set_t
struct cpu_set_t;

/* musl's types are a struct around a union of arrays, the first one of int. A mutex's type and a
 * read-write lock's kind stand where glibc's static initialisers put them. */
/* clang-format off */
#if __SIZEOF_LONG__ == 8
#    define __PTHIN_MUTEX_INIT(type)  {{{0, 0, 0, 0, type}}}
#    define __PTHIN_RWLOCK_INIT(kind) {{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, kind}}}
#else
#    define __PTHIN_MUTEX_INIT(type)  {{{0, 0, 0, type}}}
#    define __PTHIN_RWLOCK_INIT(kind) {{{0, 0, 0, 0, 0, 0, kind}}}
#endif
#define __PTHIN_COND_INIT {{{0}}}
/* clang-format on */

/* musl's own: MASKED makes a cancellation point return ECANCELED instead of acting. */
#define PTHREAD_CANCEL_MASKED 2

#include <pthin/bits/cleanup_chain.h>

#endif
