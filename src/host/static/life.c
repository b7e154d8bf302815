/* SPDX-License-Identifier: MIT */
/* What the static hosts, musl and none, do alike in the life of a thread. */
#include <stdlib.h>

#include "core/cancel.h"
#include "core/cleanup.h"

void host_tcb_release(struct thread *t)
{
    (void)t; /* TLS and TCB are part of the block's mapping */
}

void host_tcb_fini(struct thread *t)
{
    (void)t;
}

_Noreturn void host_thread_run(struct thread *t, thread_end end)
{
    end(thread_call_start(t));
}

void host_exit_begin(struct thread *t)
{
    /* seq_cst: pairs with cancel_request */
    atomic_store_explicit(&t->cancel_state, CANCEL_DISABLE, memory_order_seq_cst);
    t->cancel_type = CANCEL_DEFERRED;
}

void host_run_destructors(struct thread *t)
{
    (void)
        t; /* with no libc nobody registers any; on musl the C++ runtime keeps them behind a key */
}

_Noreturn void host_exit_process(int status)
{
    exit(status);
}
