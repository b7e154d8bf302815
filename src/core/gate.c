/* SPDX-License-Identifier: MIT */
#include "gate.h"

#include "cpus.h"
#include "host/host.h"
#include "sched.h"
#include "stack.h"

int sched_apply(int tid, const struct sched_request *r)
{
    long err = 0;
    if (r->cpuset)
        err = sys_sched_set_affinity(tid, r->cpuset_size, r->cpuset);
    if (r->cpuset && err == 0)
        cpus_changed(tid);
    if (err == 0 && r->set_policy)
        err = sys_sched_set(tid, r->policy, r->priority);
    return (int)-err;
}

static void close(struct start_gate *gate, struct thread *t, const struct thread_attr *attr)
{
    *gate = (struct start_gate){.request = attr->sched, .detach = attr->detached};
    t->explicit_sched = attr->sched->set_policy;
    t->gate = gate;
    /* A thread that may yet be refused is the creator's until it has passed the gate. */
    atomic_init(&t->state, 0);
}

static void pass(struct thread *t)
{
    struct start_gate *gate = t->gate;
    int err = sched_apply(0, gate->request);
    t->gate = NULL;
    gate->error = err;
    /* Before the creator goes on: for it, and for itself, the thread is detached from the start.
       relaxed: the store below orders it */
    if (!err && gate->detach)
        atomic_fetch_or_explicit(&t->state, THREAD_DETACHED, memory_order_relaxed);
    /* release: pairs with wait's load; the creator reads error. After this store the gate
       is gone; a wake that finds other memory there is a stray one, which all waits allow. */
    atomic_store_explicit(&gate->done, 1, memory_order_release);
    futex_wake(&gate->done, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
    if (err) {
        /* Nothing of the program ran: there is nothing to clean up but the libc's own. */
        host_exit_begin(t);
        host_thread_leave(t);
        active_add(-1);
        sys_exit_thread();
    }
}

static int wait(struct start_gate *gate, struct thread *t)
{
    /* acquire: pairs with pass's store */
    while (!atomic_load_explicit(&gate->done, memory_order_acquire))
        futex_wait(&gate->done, 0, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
    if (gate->error) {
        thread_wait_gone(t); /* it ends by itself; its block is ours */
        block_put(t);
    }
    return gate->error;
}

const struct gate_calls gate_calls = {close, pass, wait};
