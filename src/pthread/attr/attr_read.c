/* SPDX-License-Identifier: MIT */
/* What attributes say, for those who create threads by them. */
#include "attr.h"

const void *attr_cpuset(const struct attr *a, size_t *size)
{
    if (a->flags & ATTR_CPUS_INLINE) {
        *size = sizeof a->cpus;
        return a->cpus;
    }
    *size = a->extension ? a->extension->cpuset_size : 0;
    return a->extension ? a->extension->cpuset : NULL;
}

size_t attr_stack_size(const struct attr *a)
{
    return a->stack_size ? a->stack_size : default_stack_size();
}

bool sched_policy_valid(int policy)
{
    return policy == SCHED_OTHER || policy == SCHED_FIFO || policy == SCHED_RR ||
           policy == SCHED_BATCH || policy == SCHED_IDLE;
}

bool sched_priority_valid(int policy, int priority)
{
    /* The kernel's ranges: 1 to 99 for real time, 0 else. */
    if (policy == SCHED_FIFO || policy == SCHED_RR)
        return priority >= 1 && priority <= 99;
    return priority == 0;
}
