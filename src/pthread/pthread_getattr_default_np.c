/* SPDX-License-Identifier: MIT */
/* The attributes of threads that are created without any. */
#include <errno.h>

#include "attr.h"
#include "core/engine.h"

/* Scheduling of such threads; the sizes are core/attr.c's. */
static struct {
    _Atomic int explicit_sched, policy, priority;
} sched;

PTHIN_EXPORT int pthread_getattr_default_np(pthread_attr_t *attr)
{
    pthread_attr_init(attr);
    struct attr *a = attr_of(attr);
    a->stack_size = default_stack_size();
    a->policy = sched.policy;
    a->priority = sched.priority;
    if (sched.explicit_sched)
        a->flags |= ATTR_EXPLICIT_SCHED;
    return 0;
}

PTHIN_EXPORT int pthread_setattr_default_np(const pthread_attr_t *attr)
{
    const struct attr *a = attr_of(attr);
    /* A stack or a detached state cannot be everybody's. */
    if (a->flags & (ATTR_STACK_SET | ATTR_DETACHED))
        return EINVAL;
    if (!sched_policy_valid(a->policy) || !sched_priority_valid(a->policy, a->priority))
        return EINVAL;
    sched.policy = a->policy;
    sched.priority = a->priority;
    sched.explicit_sched = (a->flags & ATTR_EXPLICIT_SCHED) != 0;
    default_sizes_set(attr_stack_size(a), a->guard_size);
    return 0;
}
