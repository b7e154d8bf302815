/* SPDX-License-Identifier: MIT */
/* glibc's lists of threads, and our own. The callers have the program's signals blocked: a
   handler that forks must not find a list half changed. */
#ifndef PTHIN_GLIBC_THREAD_LIST_H
#define PTHIN_GLIBC_THREAD_LIST_H

#include "core/thread.h"

/* glibc's list for threads on stacks that it does not manage. */
void threads_list(uintptr_t handle);
void threads_unlist(uintptr_t handle);

/* Ours, for host_each_thread: the engine's threads, and foreign ones that have key values. */
void threads_link(struct thread *t);
void threads_unlink(struct thread *t);

/* In the child of a fork. self_listed: the caller was on the list by threads_list; linked: it
   was by threads_link. */
void threads_after_fork(struct thread *self, bool listed, bool linked);

#endif
