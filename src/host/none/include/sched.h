/* SPDX-License-Identifier: MIT */
/* <sched.h> with no libc: policies, sets of CPUs, affinity. */
#ifndef _SCHED_H
#define _SCHED_H 1
#pragma GCC system_header

#include <pthin/bits/types.h>

#define SCHED_OTHER         0
#define SCHED_FIFO          1
#define SCHED_RR            2
#define SCHED_BATCH         3
#define SCHED_IDLE          5
#define SCHED_DEADLINE      6
#define SCHED_RESET_ON_FORK 0x40000000

struct sched_param {
    int sched_priority;
};

/* A set of CPUs 0 to CPU_SETSIZE - 1 in the kernel's layout: CPU n is bit n % (bits of a long) of
 * word n / (bits of a long). */
#define CPU_SETSIZE 1024
typedef struct {
    unsigned long __bits[CPU_SETSIZE / (8 * sizeof(unsigned long))];
} cpu_set_t;

#ifdef __cplusplus
extern "C" {
#endif

/* Lets another thread run. 0. POSIX.1-2024 sched_yield; man sched_yield(2) */
extern int sched_yield(void) __attribute__((__nothrow__));

/* The CPUs that thread pid (0: the caller) may run on, into a set of size bytes. -1 with errno
 * EINVAL: set too small, ESRCH. man sched_getaffinity(2) */
extern int sched_getaffinity(pid_t __pid, size_t __size, cpu_set_t *__set)
    __attribute__((__nothrow__));

/* Sets them. -1 with errno EINVAL: none of them usable, EPERM, ESRCH. man sched_setaffinity(2) */
extern int sched_setaffinity(pid_t __pid, size_t __size, const cpu_set_t *__set)
    __attribute__((__nothrow__));

#ifdef __cplusplus
}
#endif

/* The macros of CPU_SET(3). A CPU outside of the set is ignored, and is in no set. */
#define CPU_ZERO(set)       __pthin_cpu_zero(set)
#define CPU_SET(cpu, set)   __pthin_cpu_set(cpu, set)
#define CPU_CLR(cpu, set)   __pthin_cpu_clr(cpu, set)
#define CPU_ISSET(cpu, set) __pthin_cpu_isset(cpu, set)
#define CPU_COUNT(set)      __pthin_cpu_count(set)
#define CPU_EQUAL(a, b)     __pthin_cpu_equal(a, b)

#define __PTHIN_CPU_BITS  (8 * sizeof(unsigned long))
#define __PTHIN_CPU_WORDS (CPU_SETSIZE / __PTHIN_CPU_BITS)

static __inline__ void __pthin_cpu_zero(cpu_set_t *__set)
{
    size_t __i;
    for (__i = 0; __i < __PTHIN_CPU_WORDS; __i++)
        __set->__bits[__i] = 0;
}

static __inline__ void __pthin_cpu_set(size_t __cpu, cpu_set_t *__set)
{
    if (__cpu < CPU_SETSIZE)
        __set->__bits[__cpu / __PTHIN_CPU_BITS] |= 1ul << __cpu % __PTHIN_CPU_BITS;
}

static __inline__ void __pthin_cpu_clr(size_t __cpu, cpu_set_t *__set)
{
    if (__cpu < CPU_SETSIZE)
        __set->__bits[__cpu / __PTHIN_CPU_BITS] &= ~(1ul << __cpu % __PTHIN_CPU_BITS);
}

static __inline__ int __pthin_cpu_isset(size_t __cpu, const cpu_set_t *__set)
{
    return __cpu < CPU_SETSIZE &&
           (__set->__bits[__cpu / __PTHIN_CPU_BITS] >> __cpu % __PTHIN_CPU_BITS & 1);
}

static __inline__ int __pthin_cpu_count(const cpu_set_t *__set)
{
    int __count = 0;
    size_t __i;
    /* Takes the lowest bit off until none is left: a popcount builtin may be a library call. */
    for (__i = 0; __i < __PTHIN_CPU_WORDS; __i++) {
        unsigned long __word = __set->__bits[__i];
        for (; __word != 0; __word &= __word - 1)
            __count++;
    }
    return __count;
}

static __inline__ int __pthin_cpu_equal(const cpu_set_t *__a, const cpu_set_t *__b)
{
    size_t __i;
    for (__i = 0; __i < __PTHIN_CPU_WORDS; __i++)
        if (__a->__bits[__i] != __b->__bits[__i])
            return 0;
    return 1;
}

#endif
