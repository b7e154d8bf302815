/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_HOST_NONE_THREAD_LIST_H
#define PTHIN_HOST_NONE_THREAD_LIST_H

#include "host/host.h"

/* Puts t into the ring, beside the caller. */
void threads_link(struct thread *t);

/* Takes t out. True if it was the last. */
bool threads_unlink(struct thread *t);

/* In the child of a fork: t, the caller, is alone. */
void threads_after_fork(struct thread *t);

#endif
