/* SPDX-License-Identifier: MIT */
/*
 * Priority protection: whoever holds such a mutex runs at least at the mutex's ceiling. Each
 * thread counts, per ceiling, the mutexes it holds; while there are any its scheduling is what
 * it was before the first, raised to the highest ceiling.
 */
#include <errno.h>
#include <sched.h>

#include "core/priority.h"
#include "mutex.h"

static int ceiling_of(int kind)
{
    return (kind & MUTEX_CEILING) >> CEILING_SHIFT;
}

int protect_enter(struct mutex *m, int kind)
{
    (void)m;
    /* glibc keeps the ceiling elsewhere: the mutex is not ours. */
    if ((kind & MUTEX_PROTECT) && ceiling_of(kind) == 0)
        return EINVAL;
    return priority_raise(ceiling_of(kind));
}

void protect_leave(int kind)
{
    priority_lower(ceiling_of(kind));
}
