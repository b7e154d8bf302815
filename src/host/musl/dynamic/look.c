/* SPDX-License-Identifier: MIT */
/* The self-check's look at a thread of musl's own: what musl has put into its descriptor, and what its
   functions do there. */
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#include "calibrate.h"
#include "own.h"
#include "tls.h"

static void nothing(void *arg)
{
    (void)arg;
}

static const char *look_at_functions(struct musl_thread *m)
{
    struct __ptcb handler;
    int old;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
    bool right = m->cancel_disabled == PTHREAD_CANCEL_DISABLE;
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old);
    right &= m->cancel_async == PTHREAD_CANCEL_ASYNCHRONOUS;
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &old);
    right &= m->cancel_async == PTHREAD_CANCEL_DEFERRED;
    pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old);
    right &= m->cancel_disabled == PTHREAD_CANCEL_ENABLE;
    if (!right)
        return "the state of cancellation";
    _pthread_cleanup_push(&handler, nothing, NULL);
    right = (void *)m->cleanup == (void *)&handler;
    _pthread_cleanup_pop(&handler, 0);
    if (!right || m->cleanup)
        return "the list of cleanup handlers";
    if (ftrylockfile(stderr) == 0) {
        struct musl_file *f = m->file_locks;
        right = (void *)f == (void *)stderr && !f->next_locked && !f->prev_locked &&
                ((uint32_t)f->lock & ~(uint32_t)MUSL_FILE_WAITERS) == m->tid;
        funlockfile(stderr);
        if (!right || m->file_locks)
            return "the list of locked streams";
    }
    void *message = m->dlerror;
    musl_own()->dlsym(RTLD_DEFAULT, "");
    if (message || !m->dlerror)
        return "the message of dlerror";
    return NULL;
}

static const char *look_at_descriptor(const struct musl_thread *m,
                                      const struct musl_thread *creator)
{
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    int tid = sys_gettid(); /* an error if a sandbox refuses it */
    if (!musl_thread_fits(m) || (tid >= 0 && m->tid != (uint32_t)tid))
        return "the descriptor of a thread";
    if (m->locale != (void *)musl_libc->global_locale || m->cancel || m->cleanup ||
        m->robust.next != &m->robust.next || m->robust.futex_offset || m->robust.pending ||
        m->file_locks)
        return "the descriptor of a new thread";
    if ((uintptr_t)m->stack - here > m->stack_size || here < (uintptr_t)m->map ||
        (uintptr_t)m - (uintptr_t)m->map > m->map_size)
        return "the stack of a thread";
    if (m->canary != creator->canary || m->sysinfo != creator->sysinfo)
        return "the canary of a thread";
    return musl_tls_fits(m) ? NULL : "the thread-local data of a thread";
}

const char *look_at_thread(const struct musl_thread *creator)
{
    struct musl_thread *m = musl_self();
    const char *error = look_at_descriptor(m, creator);
    return error ? error : look_at_functions(m);
}
