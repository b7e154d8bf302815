/* SPDX-License-Identifier: MIT */
/* What threads.h needs where there is no libc. */
#ifndef _PTHIN_BITS_THREADS_H
#define _PTHIN_BITS_THREADS_H 1
#pragma GCC system_header

#ifndef _THREADS_H
#    error "include <threads.h> instead"
#endif

#include <time.h>

#include <pthin/bits/declare.h>
#include <pthin/bits/types.h>

typedef pthread_t thrd_t;
typedef pthread_key_t tss_t;

typedef struct {
    pthread_once_t __once;
} once_flag;

/* clang-format off */
#define ONCE_FLAG_INIT {0}
/* clang-format on */

typedef struct {
    pthread_mutex_t __mutex;
} mtx_t;

typedef struct {
    pthread_cond_t __cond;
} cnd_t;

#endif
