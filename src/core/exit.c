/* SPDX-License-Identifier: MIT */
/* The end of a thread, in the order that the program can see. */
#include "arch/arch.h"
#include "cancel.h"
#include "cpus.h"
#include "host/host.h"
#include "keys.h"
#include "robust.h"
#include "stack.h"
#include "trace.h"

_Noreturn void thread_exit(void *result)
{
    struct thread *t = thread_self();
    t->result = result;
    host_exit_begin(t);
    host_run_destructors(t);
    thread_run_ends(t);
    host_thread_leave(t);
    /* From here on: signals blocked, on no list, no libc. */
    if (t->keys_used)
        keys_ends_now()->free(t);
    active_add(-1);

    /* acq_rel: what the thread did happens before a detacher frees the block, and a detach
       that came first is seen here. */
    uint32_t state =
        atomic_fetch_or_explicit(&t->state, THREAD_EXITING, memory_order_acq_rel) | THREAD_EXITING;
    /* Senders that looked before EXITING was set are using the tid: stay until they are done.
       acquire: pairs with thread_unpin's release */
    while (state >= THREAD_SENDER) {
        futex_wait(&t->state, state, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
        state = atomic_load_explicit(&t->state, memory_order_acquire);
    }
    trace_exit(t, result, state);
    if (state & THREAD_DETACHED) {
        /* The block may be unmapped before the kernel could walk the list. */
        void (*release)(void) = atomic_load_explicit(&robust_release_all, memory_order_relaxed);
        if (release)
            release();
        t->result = NULL; /* leak checkers look there */
        block_put_self(t);
    }
    sys_exit_thread();
}
