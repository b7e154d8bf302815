/* SPDX-License-Identifier: MIT */
/* pthread_cancel of the hosts of shared libraries, whose libc does the cancelling. */
#ifndef PTHIN_HOST_DYNAMIC_CANCEL_H
#define PTHIN_HOST_DYNAMIC_CANCEL_H

struct thread;

/* ---- The host's ---- */

/* Before a thread is cancelled: what must be there when it is unwound. */
void cancel_prepare(void);

/* Has the libc cancel t: the caller, a thread of the libc's own, or one that is pinned. Returns what
   pthread_cancel does. */
int cancel_by_libc(struct thread *t);

#endif
