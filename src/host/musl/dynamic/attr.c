/* SPDX-License-Identifier: MIT */
#include "attr.h"

#include "core/attr_object.h"
#include "core/thread.h"
#include "own.h"

void own_attr(pthread_attr_t *own, const void *ours)
{
    const struct musl_own *to = musl_own();
    const struct attr *a = ours;
    struct sched_param param = {.sched_priority = a->priority};
    size_t size = a->stack_size ? a->stack_size : default_stack_size();
    to->attr_init(own);
    to->attr_setdetachstate(own, a->flags & ATTR_DETACHED ? PTHREAD_CREATE_DETACHED
                                                          : PTHREAD_CREATE_JOINABLE);
    to->attr_setguardsize(own, a->guard_size);
    if (a->flags & ATTR_STACK_SET)
        to->attr_setstack(own, (char *)a->stack_top - size, size);
    else
        to->attr_setstacksize(own, size);
    to->attr_setinheritsched(own, a->flags & ATTR_EXPLICIT_SCHED ? PTHREAD_EXPLICIT_SCHED
                                                                 : PTHREAD_INHERIT_SCHED);
    to->attr_setschedpolicy(own, a->policy);
    to->attr_setschedparam(own, &param);
}
