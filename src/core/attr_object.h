/* SPDX-License-Identifier: MIT */
/*
 * What is inside a pthread_attr_t, for the hosts: a libc is handed such objects, for the threads that it
 * makes itself. The fields lie as glibc has them, because its timers and message queues copy them.
 */
#ifndef PTHIN_CORE_ATTR_OBJECT_H
#define PTHIN_CORE_ATTR_OBJECT_H

#include "base.h"

/* flags */
#define ATTR_DETACHED       0x01    /* PTHREAD_CREATE_DETACHED */
#define ATTR_EXPLICIT_SCHED 0x02    /* PTHREAD_EXPLICIT_SCHED */
#define ATTR_SCOPE_PROCESS  0x04    /* never set: PTHREAD_SCOPE_PROCESS is refused */
#define ATTR_STACK_SET      0x08    /* stack_top is the caller's stack */
#define ATTR_PARAM_SET      0x20    /* only glibc's own create looks at it */
#define ATTR_POLICY_SET     0x40    /* by the program; also for glibc's own create */
#define ATTR_CPUS_INLINE    0x10000 /* cpus is the set: pthread_getattr_np made it, few CPUs */

struct attr_extension; /* of the POSIX layer's */

struct attr {
    int priority;
    int policy;
    int flags;
    size_t guard_size;
    void *stack_top;   /* one past the highest byte, if ATTR_STACK_SET */
    size_t stack_size; /* 0: the default */
    struct attr_extension *extension;
    uint32_t cpus[2]; /* with ATTR_CPUS_INLINE, the set of CPUs, 0 to 63 */
};

#endif
