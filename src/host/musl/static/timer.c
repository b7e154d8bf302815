/* SPDX-License-Identifier: MIT */
/*
 * The threads behind timers with SIGEV_THREAD call the program's function again and again, and
 * between two calls make themselves look like a new thread: after the function returned, and
 * also out of the unwinding of one that called pthread_exit.
 */
#include "core/cancel.h"
#include "core/robust.h"
#include "musl.h"

void __pthread_tsd_run_dtors(void)
{
    thread_run_ends(thread_self());
    /* Nobody else will: the thread itself does not end. */
    void (*release)(void) = atomic_load_explicit(&robust_release_all, memory_order_relaxed);
    if (release)
        release();
}

/* [from, to) of the module's block as in a new thread. */
static void reset(char *block, const struct musl_tls_module *module, size_t from, size_t to)
{
    size_t image = module->image_size;
    if (from < image) {
        size_t end = to < image ? to : image;
        __builtin_memcpy(block + from, (char *)module->image + from, end - from);
        from = end;
    }
    if (from < to)
        __builtin_memset(block + from, 0, to - from);
}

/* The whole block but for our metadata, which other threads may be using right now. */
void __reset_tls(void)
{
    struct thread *t = thread_self();
    const struct musl_tls_module *module = __libc.tls_head;
    char *block = (char *)(musl_self()->dtv[1] - ARCH_TLS_DTV_BIAS);
    size_t ours = (size_t)((char *)t - block);
    reset(block, module, 0, ours);
    reset(block, module, ours + sizeof *t, module->size);
    t->cleanup = NULL;
    t->run_at_exit = NULL; /* what it would run was in the block */
    t->exit_called = false;
    t->cancel_type = CANCEL_DEFERRED;
    /* seq_cst: pairs with cancel_request */
    atomic_store_explicit(&t->cancel_state, CANCEL_ENABLE, memory_order_seq_cst);
}
