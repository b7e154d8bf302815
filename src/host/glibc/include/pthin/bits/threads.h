/* SPDX-License-Identifier: MIT */
/* What threads.h needs to know about glibc. The types are spelled as glibc spells them, so that
 * objects and C++ names are the same with either header. */
#ifndef _PTHIN_BITS_THREADS_H
#define _PTHIN_BITS_THREADS_H 1
#pragma GCC system_header

#ifndef _THREADS_H
#    error "include <threads.h> instead"
#endif

#include <features.h>
#include <time.h>
#include <bits/thread-shared-types.h>
#include <bits/types/struct_timespec.h>

#include <pthin/bits/declare.h>

typedef __thrd_t thrd_t;
typedef __tss_t tss_t;

/* From C23 on <stdlib.h> has once_flag too; glibc then keeps it in a header of its own. */
#if defined __has_include
#    if __has_include(<bits/types/once_flag.h>)
#        include <bits/types/once_flag.h>
#    endif
#endif
#ifndef ONCE_FLAG_INIT
typedef __once_flag once_flag;
#    define ONCE_FLAG_INIT __ONCE_FLAG_INIT
#endif

typedef union {
    char __size[__SIZEOF_PTHREAD_MUTEX_T];
    long int __align __LOCK_ALIGNMENT;
} mtx_t;

typedef union {
    char __size[__SIZEOF_PTHREAD_COND_T];
    __extension__ long long int __align __LOCK_ALIGNMENT;
} cnd_t;

#endif
