/* SPDX-License-Identifier: MIT */
/* Cancellation is glibc's own; here are our waits as cancellation points of it. */
#include "core/cancel.h"

#include <errno.h>
#include <pthread.h>

#include "host/host.h"
#include "symbols.h"

/* Called by waits that do not block, too: so glibc is asked only if there is something. */
void cancel_test(void)
{
    uint32_t offset = glibc_facts.cancelhandling;
    if (likely(offset)) {
        _Atomic uint32_t *word = (_Atomic uint32_t *)(host_self_handle() + offset);
        /* relaxed: whoever cancels the thread may as well do so a moment later */
        if (likely(!(atomic_load_explicit(word, memory_order_relaxed) & CANCELHANDLING_CANCELED)))
            return;
    }
    pthread_testcancel();
}

struct wait {
    void (*cleanup)(void *);
    void *arg;
    bool over;
};

static void leave(struct wait *w)
{
    if (!w->over)
        w->cleanup(w->arg);
}

/*
 * In the asynchronous type, the thread may be unwound from any instruction in here. That finds
 * a handler in the frames below only by the address of a call, so nothing of the caller may be
 * inlined with this.
 */
static __attribute__((noinline)) long wait_cancellable(const _Atomic uint32_t *word,
                                                       uint32_t expected, enum futex_scope scope,
                                                       const struct deadline *deadline,
                                                       uint32_t bits)
{
    int type;
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &type);
    long r = futex_wait(word, expected, scope, deadline, bits);
    pthread_setcanceltype(type, NULL);
    return r;
}

long cancel_futex_wait(const _Atomic uint32_t *word, uint32_t expected, enum futex_scope scope,
                       const struct deadline *deadline, uint32_t bits, void (*cleanup)(void *),
                       void *arg)
{
    struct wait w __attribute__((cleanup(leave))) = {cleanup, arg, false};
    long r = wait_cancellable(word, expected, scope, deadline, bits);
    w.over = true;
    return r;
}

PTHIN_EXPORT int pthread_cancel(pthread_t thread)
{
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    struct thread *t = thread_of((uintptr_t)thread);
    ksigset mask;
    int err = 0;
    if (t->kind == THREAD_FOREIGN || t == thread_self())
        return glibc()->cancel(thread);
    if (thread_is_dead(t))
        return ESRCH;
    /* glibc sends a signal to the tid; from 2.41 on always. */
    if (thread_pin(t, &mask)) {
        err = glibc()->cancel(thread);
        thread_unpin(t, &mask);
    }
    return err;
}
