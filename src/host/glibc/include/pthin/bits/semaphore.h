/* SPDX-License-Identifier: MIT */
/* What semaphore.h needs to know about glibc: sem_t and SEM_FAILED are glibc's own, so that
 * objects and C++ names are the same with either header. */
#ifndef _PTHIN_BITS_SEMAPHORE_H
#define _PTHIN_BITS_SEMAPHORE_H 1
#pragma GCC system_header

#ifndef _SEMAPHORE_H
#    error "include <semaphore.h> instead"
#endif

#include <features.h>
#include <sys/types.h>
#include <bits/types/clockid_t.h>
#include <bits/types/struct_timespec.h>
#include <bits/semaphore.h>

#include <pthin/bits/declare.h>

#endif
