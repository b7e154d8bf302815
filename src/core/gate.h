/* SPDX-License-Identifier: MIT */
/*
 * The start gate. Scheduling and affinity that pthread_attr_t asks for are set by the new thread
 * itself, before it runs what it was made for. The creator waits until that is done: if the kernel
 * refuses, pthread_create returns the error and the thread ends.
 */
#ifndef PTHIN_CORE_GATE_H
#define PTHIN_CORE_GATE_H

#include "thread.h"

struct start_gate;

/* Of the request, so that a static program whose threads ask for no scheduling does not contain
   them. */
struct gate_calls {
    /* In the creator, before the child t runs. */
    void (*close)(struct start_gate *gate, struct thread *t, const struct thread_attr *attr);
    /* In the child t: applies the request. If it is refused, the child ends without a trace. */
    void (*pass)(struct thread *t);
    /* In the creator: what the child t found, 0 or an errno value. If it is an error, t's block has
       been given back. */
    int (*wait)(struct start_gate *gate, struct thread *t);
};
extern PTHIN_HIDDEN const struct gate_calls gate_calls;

/* Lives on the creator's stack while it waits. */
struct start_gate {
    const struct sched_request *request;
    bool detach;           /* the thread is to be detached, once it has passed */
    _Atomic uint32_t done; /* 0 until the child has set error */
    int error;
};

/* Sets policy, priority and affinity of the thread tid. 0 or an errno value. */
int sched_apply(int tid, const struct sched_request *request);

#endif
