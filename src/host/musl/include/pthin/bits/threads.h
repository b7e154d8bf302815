/* SPDX-License-Identifier: MIT */
/* What threads.h needs to know about musl. */
#ifndef _PTHIN_BITS_THREADS_H
#define _PTHIN_BITS_THREADS_H 1
#pragma GCC system_header

#ifndef _THREADS_H
#    error "include <threads.h> instead"
#endif

#include <features.h>
#include <time.h>

#define __NEED_time_t
#define __NEED_struct_timespec
#define __NEED_cnd_t
#define __NEED_mtx_t
#include <bits/alltypes.h>

#include <pthin/bits/declare.h>

#ifdef __cplusplus
typedef unsigned long thrd_t;
#else
typedef struct __pthread *thrd_t;
#endif
typedef unsigned tss_t;
typedef int once_flag;

#define ONCE_FLAG_INIT 0

#endif
