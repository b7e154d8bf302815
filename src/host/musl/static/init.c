/* SPDX-License-Identifier: MIT */
/* Readying libc for threads: before the first is created, as musl's own does. */
#include "check.h"
#include "musl.h"

/* The standard streams, as far as the program uses them, and a list of all others that are open. */
extern MUSL_WEAK struct musl_file *volatile __stdin_used;
extern MUSL_WEAK struct musl_file *volatile __stdout_used;
extern MUSL_WEAK struct musl_file *volatile __stderr_used;
MUSL_WEAK struct musl_file **__ofl_lock(void);
MUSL_WEAK void __ofl_unlock(void);

/* A stream that was opened while there was one thread is one that is not locked. */
static void lock_stream(struct musl_file *f)
{
    if (f && f->lock < 0)
        f->lock = 0;
}

static void lock_standard(struct musl_file *volatile *stream)
{
    if (stream)
        lock_stream(*stream);
}

static void lock_streams(void)
{
    lock_standard(&__stdin_used);
    lock_standard(&__stdout_used);
    lock_standard(&__stderr_used);
    if (__ofl_lock) {
        for (struct musl_file *f = *__ofl_lock(); f; f = f->next)
            lock_stream(f);
        __ofl_unlock();
    }
}

static void init(void)
{
    musl_check();
    struct thread *t = thread_self();
    t->prev = t->next = t;
    musl_adopt_tid();
    /* Whoever started the program may have blocked them. musl's sigaction sees to it only as
       long as threaded is not set. */
    ksigset reserved = HOST_RESERVED_SIGNALS;
    sys_sigprocmask(KSIG_UNBLOCK, &reserved, NULL);
    lock_streams();
    __libc.threaded = 1;
    if (__membarrier_init)
        __membarrier_init();
}

int host_start(void)
{
    const struct thread *self = thread_self();
    if (unlikely(!__libc.threaded))
        init();
    /* The child of a bare _Fork, which calls no handlers. */
    if (unlikely(host_self_tid() != atomic_load_explicit(&self->tid, memory_order_relaxed)))
        musl_after_fork();
    return 0;
}
