/* SPDX-License-Identifier: MIT */
/* Cancellation is glibc's own; here are our waits as cancellation points of it. */
#include "core/cancel.h"

#include <pthread.h>

#include "core/wait.h"
#include "host/dynamic/cancel.h"
#include "host/host.h"
#include "symbols.h"
#include "unwind.h"

static uint32_t cancelhandling(uintptr_t handle)
{
    /* relaxed: whoever cancels the thread may as well do so a moment later */
    return atomic_load_explicit((_Atomic uint32_t *)(handle + glibc_facts.cancelhandling),
                                memory_order_relaxed);
}

/* Called by waits that do not block, too: so glibc is asked only if there is something. */
void cancel_test(void)
{
    if (likely(glibc_facts.cancelhandling) &&
        likely(!(cancelhandling(host_self_handle()) & CANCELHANDLING_CANCELED)))
        return;
    pthread_testcancel();
}

bool cancel_is_enabled(void)
{
    symbols_find();
    return glibc_facts.cancelhandling &&
           !(cancelhandling(handle_of(thread_self())) & CANCELHANDLING_DISABLED);
}

bool cancel_is_requested(struct thread *t)
{
    return glibc_facts.cancelhandling &&
           cancelhandling(handle_of(t)) &
               (CANCELHANDLING_CANCELING | CANCELHANDLING_CANCELED | CANCELHANDLING_EXITING);
}

/* What is to be done if the thread is unwound in the middle of a wait. */
struct undo {
    void (*cleanup)(void *);
    void *arg;
    bool over;
};

static void leave(struct undo *u)
{
    if (u->over)
        return;
    active_change(1); /* nobody has counted it */
    u->cleanup(u->arg);
}

/* Called by its address: the stubs of the procedure linkage table have no unwind information but on
   x86, and a thread that is cancelled in one would pass over the handlers of its waits. */
static int (*const volatile set_type)(int, int *) = pthread_setcanceltype;

static bool is_disabled(void)
{
    int state;
    if (likely(glibc_facts.cancelhandling))
        return cancelhandling(host_self_handle()) & CANCELHANDLING_DISABLED;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);
    if (state == PTHREAD_CANCEL_ENABLE)
        pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
    return state == PTHREAD_CANCEL_DISABLE;
}

/*
 * In the asynchronous type, the thread may be unwound from any instruction in here. That finds
 * a handler in the frames below only by the address of a call, so nothing of the caller may be
 * inlined with this.
 */
static __attribute__((noinline)) long wait_async(const struct wait *w, uint32_t expected)
{
    int type;
    /* Before 2.41 glibc's handler looks at the type only, and a signal may be late: sent in an
       earlier wait, it would end a thread here that has disabled cancellation since. */
    if (is_disabled())
        return futex_wait(w->word, expected, w->scope, w->deadline, w->bits);
    set_type(PTHREAD_CANCEL_ASYNCHRONOUS, &type);
    long r = futex_wait_inline(w->word, expected, w->scope, w->deadline, w->bits);
    set_type(type, NULL);
    return r;
}

long cancel_futex_wait(const struct wait *w, uint32_t expected, void (*cleanup)(void *), void *arg)
{
    struct undo undo __attribute__((cleanup(leave))) = {cleanup, arg, false};
    long r = wait_async(w, expected);
    undo.over = true;
    return r;
}

struct guard {
    struct unwind_buffer buffer;
    void (*undo)(void *);
    void *arg;
    bool over;
};

/* Not passed by cancellation, which stops at the buffer. */
static void thrown(struct guard *g)
{
    if (g->over)
        return;
    glibc()->unregister_cancel(&g->buffer);
    g->undo(g->arg);
}

/* A jump buffer, because the unwinder does not come here through frames without tables, from which
   it jumps to the next buffer; and a handler of this frame, because exceptions know no buffers. */
void cancel_guard(void (*run)(void), void (*undo)(void *), void *arg)
{
    struct guard g __attribute__((cleanup(thrown))) = {.undo = undo, .arg = arg};
    if (unlikely(buffer_set(&g.buffer.jump, 0))) {
        g.over = true;
        g.undo(g.arg);
        glibc()->unwind_next(&g.buffer);
    }
    glibc()->register_cancel(&g.buffer);
    run();
    g.over = true;
    glibc()->unregister_cancel(&g.buffer);
}

void cancel_prepare(void)
{
    unwind_prepare();
}

/* From 2.41 on glibc always sends a signal, also to a thread that has disabled cancellation. */
int cancel_by_libc(struct thread *t)
{
    return glibc()->cancel((pthread_t)handle_of(t));
}
