/* SPDX-License-Identifier: MIT */
/* Raising the calling thread's priority for as long as it holds something with a ceiling. */
#ifndef PTHIN_CORE_PRIORITY_H
#define PTHIN_CORE_PRIORITY_H

#include "base.h"

#define PRIORITY_MOST 99 /* of SCHED_FIFO */

/* Enters a ceiling, 1 to 99. 0; EINVAL: the thread's own priority is higher; EPERM: it may not
   be raised. On error nothing was entered. */
int priority_raise(int ceiling);

/* Leaves it. */
void priority_lower(int ceiling);

#endif
