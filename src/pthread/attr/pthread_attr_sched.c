/* SPDX-License-Identifier: MIT */
/* Scheduling of a thread to be: policy, priority, whether to inherit them, scope. */
#include <errno.h>

#include "attr.h"
#include "attr_bit.h"
#include "pthread/cond/cond_ranks.h"

/* Where the policy has not been set, it may be after the priority: then any policy's will do, and
   pthread_create has the last word. */
static bool priority_possible(const struct attr *a, int priority)
{
    if (!(a->flags & ATTR_POLICY_SET) && sched_priority_valid(SCHED_FIFO, priority))
        return true;
    return sched_priority_valid(a->policy, priority);
}

PTHIN_EXPORT int pthread_attr_setschedpolicy(pthread_attr_t *attr, int policy)
{
    if (!sched_policy_valid(policy))
        return EINVAL;
    attr_of(attr)->policy = policy;
    attr_of(attr)->flags |= ATTR_POLICY_SET;
    return 0;
}

PTHIN_EXPORT int pthread_attr_getschedpolicy(const pthread_attr_t *restrict attr,
                                             int *restrict policy)
{
    *policy = attr_of(attr)->policy;
    return 0;
}

PTHIN_EXPORT int pthread_attr_setschedparam(pthread_attr_t *restrict attr,
                                            const struct sched_param *restrict param)
{
    if (!priority_possible(attr_of(attr), param->sched_priority))
        return EINVAL;
    attr_of(attr)->priority = param->sched_priority;
    attr_of(attr)->flags |= ATTR_PARAM_SET;
    return 0;
}

PTHIN_EXPORT int pthread_attr_getschedparam(const pthread_attr_t *restrict attr,
                                            struct sched_param *restrict param)
{
    __builtin_memset(param, 0, sizeof *param);
    param->sched_priority = attr_of(attr)->priority;
    return 0;
}

PTHIN_EXPORT int pthread_attr_setinheritsched(pthread_attr_t *attr, int inherit)
{
    if (inherit == PTHREAD_EXPLICIT_SCHED) {
        attr_will_ask_more();
        ranked_will_be_used();
    }
    return attr_bit_set(&attr_of(attr)->flags, ATTR_EXPLICIT_SCHED, inherit);
}

PTHIN_EXPORT int pthread_attr_getinheritsched(const pthread_attr_t *restrict attr,
                                              int *restrict inherit)
{
    return attr_bit_get(attr_of(attr)->flags, ATTR_EXPLICIT_SCHED, inherit);
}

PTHIN_EXPORT int pthread_attr_setscope(pthread_attr_t *attr, int scope)
{
    (void)attr;
    if (scope == PTHREAD_SCOPE_SYSTEM)
        return 0;
    return scope == PTHREAD_SCOPE_PROCESS ? ENOTSUP : EINVAL;
}

PTHIN_EXPORT int pthread_attr_getscope(const pthread_attr_t *restrict attr, int *restrict scope)
{
    (void)attr;
    *scope = PTHREAD_SCOPE_SYSTEM;
    return 0;
}
