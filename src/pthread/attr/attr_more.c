/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "attr.h"
#include "core/gate.h"

int attr_more(struct thread_attr *want, const struct attr *a, struct attr_more *more)
{
    const struct attr_extension *e = a->extension;
    more->sched = (struct sched_request){.gate = &gate_calls};
    if (a->flags & ATTR_EXPLICIT_SCHED) {
        if (!sched_priority_valid(a->policy, a->priority))
            return EINVAL;
        more->sched.set_policy = true;
        more->sched.policy = a->policy;
        more->sched.priority = a->priority;
        want->sched = &more->sched;
    }
    more->sched.cpuset = attr_cpuset(a, &more->sched.cpuset_size);
    if (more->sched.cpuset)
        want->sched = &more->sched;
    if (e && e->mask_set) {
        __builtin_memcpy(&more->mask, &e->mask, sizeof more->mask);
        want->mask = &more->mask;
    }
    return 0;
}

attr_more_from *_Atomic attr_more_late = PTHIN_LATE(attr_more);
