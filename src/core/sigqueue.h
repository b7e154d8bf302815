/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_CORE_SIGQUEUE_H
#define PTHIN_CORE_SIGQUEUE_H

#include "base.h"

/* Queues sig with a value for the thread tid of this process. 0 or -errno: -EAGAIN the queue is
   full, -EINVAL no such signal. value: the bits of a union sigval. */
long sys_sigqueue_thread(int tid, int sig, uintptr_t value);

#endif
