/* SPDX-License-Identifier: MIT */
/* Readying libc for threads, once at the start of the program. */
#include <stdio.h>

#include "musl.h"

/* The standard streams, as far as the program uses them. */
extern MUSL_WEAK FILE *volatile __stdin_used;
extern MUSL_WEAK FILE *volatile __stdout_used;
extern MUSL_WEAK FILE *volatile __stderr_used;

void *musl_global_locale;

/* A standard stream is made with locking switched off; taking its lock switches it on. */
static void lock_stream(FILE *volatile *stream)
{
    if (stream && *stream) {
        flockfile(*stream);
        funlockfile(*stream);
    }
}

void musl_adopt_tid(void)
{
    struct thread *t = thread_self();
    atomic_store_explicit(&t->tid, host_self_tid(), memory_order_relaxed);
    /* musl has the kernel clear its list lock when this thread ends. */
    sys_set_tid_address(&t->tid);
}

void musl_init(void)
{
    static bool done;
    if (done)
        return;
    done = true;
    musl_check();
    musl_global_locale = musl_self()->locale;
    struct thread *t = thread_self();
    t->kind = THREAD_MAIN;
    t->prev = t->next = t;
    musl_adopt_tid();
    /* Whoever started the program may have blocked them. musl's sigaction sees to it only as
       long as threaded is not set. */
    ksigset reserved = HOST_RESERVED_SIGNALS;
    sys_sigprocmask(KSIG_UNBLOCK, &reserved, NULL);
    __libc.threaded = 1;
    lock_stream(&__stdin_used);
    lock_stream(&__stdout_used);
    lock_stream(&__stderr_used);
}

/* Before all constructors, the program's and the language's: streams that are opened without
   threaded being set are never locked. (musl does not run .preinit_array.) */
static void (*first_constructor)(void)
    __attribute__((section(".init_array.00000"), used)) = musl_init;

int host_start(void)
{
    static atomic_bool started;
    /* relaxed: set while there is one thread */
    if (unlikely(!atomic_load_explicit(&started, memory_order_relaxed))) {
        musl_init(); /* if there is a way to come even before that */
        if (__membarrier_init)
            __membarrier_init();
        atomic_store_explicit(&started, true, memory_order_relaxed);
    }
    /* The child of a bare _Fork, which calls no handlers. */
    const struct thread *self = thread_self();
    if (unlikely(host_self_tid() != atomic_load_explicit(&self->tid, memory_order_relaxed)))
        musl_after_fork();
    return 0;
}
