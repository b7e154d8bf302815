/* SPDX-License-Identifier: MIT */
#include "gate.h"

#include "cpus.h"
#include "sched.h"

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

bool gate_pass(struct thread *t)
{
    struct start_gate *gate = t->gate;
    int err = sched_apply(0, gate->request);
    t->gate = NULL;
    gate->error = err;
    /* Before the creator goes on: for it, and for itself, the thread is detached from the start.
       relaxed: the store below orders it */
    if (!err && gate->detach)
        atomic_fetch_or_explicit(&t->state, THREAD_DETACHED, memory_order_relaxed);
    /* release: pairs with gate_wait's load; the creator reads error. After this store the gate
       is gone; a wake that finds other memory there is a stray one, which all waits allow. */
    atomic_store_explicit(&gate->done, 1, memory_order_release);
    futex_wake(&gate->done, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
    return err == 0;
}

int gate_wait(struct start_gate *gate)
{
    /* acquire: pairs with gate_pass's store */
    while (!atomic_load_explicit(&gate->done, memory_order_acquire))
        futex_wait(&gate->done, 0, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
    return gate->error;
}
