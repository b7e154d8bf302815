/* SPDX-License-Identifier: MIT */
/* What few attribute objects have (core/attr_object.h has the others), and what works on them. */
#ifndef PTHIN_PTHREAD_ATTR_H
#define PTHIN_PTHREAD_ATTR_H

#include <pthread.h>
#include <sched.h>
#include <signal.h>

#include "core/attr_object.h"
#include "core/thread.h"

/* What few attribute objects have, in a mapping of its own. The first four fields are glibc's. */
struct attr_extension {
    void *cpuset; /* set, or NULL */
    size_t cpuset_size;
    sigset_t mask;
    bool mask_set;
    uint32_t magic;  /* ATTR_EXTENSION_MAGIC: mapped by us, not allocated by a libc */
    size_t map_size; /* of the mapping that starts here */
    uint64_t cpus[]; /* cpuset points here */
};
#define ATTR_EXTENSION_MAGIC 0x70746e61u

_Static_assert(sizeof(struct attr) <= sizeof(pthread_attr_t), "fits the public type");
_Static_assert(_Alignof(struct attr) <= _Alignof(pthread_attr_t), "aligned as the public type");

static inline struct attr *attr_of(const pthread_attr_t *a)
{
    return (struct attr *)(uintptr_t)a;
}

/* The extension of a, with room for a set of cpuset_size bytes; it is made if there is none. NULL:
   no memory. */
struct attr_extension *attr_extend(struct attr *a, size_t cpuset_size);
/* A second object of the same values, to be destroyed by itself. 0 or ENOMEM. */
int attr_copy(struct attr *to, const struct attr *from);
/* The set of CPUs in attr and its size in bytes; NULL if there is none. */
const void *attr_cpuset(const struct attr *a, size_t *size);
/* Whether the library mapped e. If not, a libc allocated it. */
bool attr_extension_is_ours(const struct attr_extension *e);

/* What attributes may ask for besides a stack. */
struct attr_more {
    struct sched_request sched;
    ksigset mask;
};
typedef int attr_more_from(struct thread_attr *want, const struct attr *a, struct attr_more *more);

/* Puts what a asks for into *more, and leads want to it. 0 or EINVAL. */
attr_more_from attr_more;

static inline bool attr_asks_more(const struct attr *a)
{
    return a->extension || (a->flags & (ATTR_EXPLICIT_SCHED | ATTR_CPUS_INLINE));
}

/* attr_more, for pthread_create. All functions that make attributes ask for more set it. So a static
   program that calls none of these does not contain it. */
extern PTHIN_HIDDEN attr_more_from *_Atomic attr_more_late;

static inline void attr_will_ask_more(void)
{
    /* relaxed: whoever has such attributes got them from a thread that called this */
    atomic_store_explicit(&attr_more_late, attr_more, memory_order_relaxed);
}

/*
 * The attributes of threads that are created without any: all but the sizes, which are core/attr.c's.
 * NULL: as they begin. What it points to is complete when it is published, and changed and freed
 * under defaults_lock only.
 */
extern PTHIN_HIDDEN struct attr *_Atomic attr_defaults;

/* The stack size that a stands for: what was set, or the default. */
size_t attr_stack_size(const struct attr *a);

/* Whether there is such a policy, and whether it allows that priority. */
bool sched_policy_valid(int policy);
bool sched_priority_valid(int policy, int priority);

#endif
