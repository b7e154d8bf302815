/* SPDX-License-Identifier: MIT */
/* When the library is loaded, and before each thread is created: see host/dynamic/start.h. */
#include "host/dynamic/start.h"

#include <pthread.h>

#include "fork.h"
#include "musl.h"
#include "own.h"
#include "reach.h"

const char *start_libc(void)
{
    return "musl";
}

uintptr_t start_libc_function(void)
{
    return (uintptr_t)musl_own()->create;
}

int host_start(void)
{
    struct thread *self = thread_self();
    int err = start_ready();
    if (unlikely(err))
        return err;
    uint32_t tid = host_self_tid(), known = atomic_load_explicit(&self->tid, memory_order_relaxed);
    if (unlikely(tid != known)) {
        if (known) {
            /* The child of a bare _Fork, which calls no handlers. */
            fork_begin_anew();
            musl_after_fork();
        }
        /* A thread of musl's own, which is to be known again. */
        atomic_store_explicit(&self->tid, tid, memory_order_relaxed);
    }
    return 0;
}

static __attribute__((constructor)) void loaded(void)
{
    int saved_errno = errno;
    musl_find();
    fork_prepare();
    start_loaded();
    errno = saved_errno;
}
