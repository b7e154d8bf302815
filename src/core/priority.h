/* SPDX-License-Identifier: MIT */
/*
 * A thread's scheduling as it was given, and raising its priority above that for as long as it
 * holds something with a ceiling.
 */
#ifndef PTHIN_CORE_PRIORITY_H
#define PTHIN_CORE_PRIORITY_H

#include "thread.h"

#define PRIORITY_MOST 99 /* of SCHED_FIFO */

/* Enters a ceiling, 1 to 99. 0; EINVAL: the thread's own priority is higher; EPERM: it may not
   be raised. On error nothing was entered. */
int priority_raise(int ceiling);

/* Leaves it. */
void priority_lower(int ceiling);

/*
 * Policy and priority that t was given, whatever ceilings it has entered; after a change it still
 * runs at least at their height. policy NULL: as it is. tid is t's. 0 or -errno.
 */
long priority_get(struct thread *t, int tid, int *policy, int *priority);
long priority_set(struct thread *t, int tid, const int *policy, int priority);

#endif
