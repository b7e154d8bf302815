/* SPDX-License-Identifier: MIT */
/*
 * Priority ceilings. A thread has the scheduling that it was given. While it holds mutexes with a
 * ceiling (PTHREAD_PRIO_PROTECT), it runs at the highest of their ceilings if that is more.
 */
#ifndef PTHIN_CORE_PRIORITY_H
#define PTHIN_CORE_PRIORITY_H

#include "thread.h"

#define PRIORITY_MOST 99 /* of SCHED_FIFO */

/* The caller is about to take a mutex with this ceiling, 1 to 99: raises it. 0. EINVAL: the
   priority that it was given is higher. EPERM: it may not be raised. EAGAIN: too many mutexes of
   one ceiling. On an error nothing has changed. */
int priority_raise(int ceiling);

/* The caller holds one mutex less of this ceiling. */
void priority_lower(int ceiling);

/*
 * The policy and priority that t was given, whatever it has been raised to; and giving it others,
 * while it still runs at least at its highest ceiling. policy NULL: it stays. tid is t's. 0 or
 * -errno.
 */
long priority_get(struct thread *t, int tid, int *policy, int *priority);
long priority_set(struct thread *t, int tid, const int *policy, int priority);

#endif
