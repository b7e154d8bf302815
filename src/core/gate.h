/* SPDX-License-Identifier: MIT */
/*
 * The start gate. Scheduling and affinity that pthread_attr_t asks for are set by the new thread
 * itself, before it runs what it was made for. The creator waits until that is done: if the kernel
 * refuses, pthread_create returns the error and the thread ends.
 */
#ifndef PTHIN_CORE_GATE_H
#define PTHIN_CORE_GATE_H

#include "thread.h"

/* Lives on the creator's stack while it waits. */
struct start_gate {
    const struct sched_request *request;
    bool detach;           /* the thread is to be detached, once it has passed */
    _Atomic uint32_t done; /* 0 until the child has set error */
    int error;
};

/* In the child: applies the request. True: go on. False: refused, end without a trace. */
bool gate_pass(struct thread *t);

/* In the creator: what the child found, 0 or an errno value. */
int gate_wait(struct start_gate *gate);

/* Sets policy, priority and affinity of the thread tid. 0 or an errno value. */
int sched_apply(int tid, const struct sched_request *request);

#endif
