/* SPDX-License-Identifier: MIT */
/* Waits as cancellation points: what a program contains also if it cancels no thread. */
#include <asm/errno.h>
#include <asm/unistd.h>

#include "arch/arch.h"
#include "cancel.h"
#include "cpus.h"
#include "wait.h"

/* For a thread that has been cancelled. */
static long act(void)
{
    /* relaxed: cancel_is_requested's acquire comes first */
    return atomic_load_explicit(&cancel_act, memory_order_relaxed)();
}

static uint8_t state_of(struct thread *t)
{
    return atomic_load_explicit(&t->cancel_state, memory_order_relaxed);
}

void cancel_test_requested(void)
{
    if (state_of(thread_self()) == CANCEL_ENABLE)
        act();
}

long cancel_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
    struct thread *t = thread_self();
    uint8_t state = state_of(t);
    /* close in the masked state frees the descriptor whatever happens: not to be cancelled. */
    if (state == CANCEL_DISABLE || (state >= CANCEL_MASKED && nr == __NR_close))
        return arch_syscall6(nr, a, b, c, d, e, f);
    long r = arch_cancellable_syscall(host_cancel_flag(t), nr, a, b, c, d, e, f);
    /* Calls that are not restarted after a handler come back past the range with -EINTR; they
       had no effect. (close had: the descriptor is gone.) */
    bool interrupted = r == -EINTR && nr != __NR_close && cancel_is_requested(t);
    if (unlikely(r == -ECANCELED || interrupted) && cancel_is_requested(t) &&
        state_of(t) != CANCEL_DISABLE)
        return act();
    return r;
}

static long call(long nr, long a, long b, long c, long d, long e, long f)
{
    return arch_cancellable_syscall(host_cancel_flag(thread_self()), nr, a, b, c, d, e, f);
}

/* The thread has been cancelled in a wait. */
static void leave(struct thread *t, void (*cleanup)(void *), void *arg)
{
    /* Nobody has counted it. (A waker may have, in the same moment: then the count stays too high by
       one, which it may be.) */
    active_change(1);
    atomic_store_explicit(&t->cancel_state, CANCEL_DISABLE, memory_order_relaxed);
    cleanup(arg); /* disabled and deferred */
    atomic_store_explicit(&t->cancel_state, CANCEL_ENABLE, memory_order_seq_cst);
    cancel_test();
}

static long masked_wait(struct thread *t, const struct wait *w, uint32_t expected)
{
    long r = futex_wait_by(call, w->word, expected, w->scope, w->deadline, w->bits);
    /* As in cancel_syscall. */
    return r == -EINTR && cancel_is_requested(t) ? -ECANCELED : r;
}

long cancel_futex_wait(const struct wait *w, uint32_t expected, void (*cleanup)(void *), void *arg)
{
    struct thread *t = thread_self();
    uint8_t state = state_of(t);
    bool masked = HOST_CANCEL_MASKED && state == CANCEL_MASKED;
    if (masked && t->cancel_type != CANCEL_ASYNC)
        return masked_wait(t, w, expected);
    if (state != CANCEL_ENABLE && !masked)
        return futex_wait(w->word, expected, w->scope, w->deadline, w->bits);

    /* So the call comes back to us, and cleanup runs before anything else. */
    atomic_store_explicit(&t->cancel_state, CANCEL_IN_WAIT, memory_order_seq_cst);
    uint8_t type = t->cancel_type;
    t->cancel_type = CANCEL_DEFERRED;
    long r = futex_wait_by(call, w->word, expected, w->scope, w->deadline, w->bits);
    /* As in cancel_syscall. */
    if (unlikely(r == -ECANCELED || r == -EINTR) && cancel_is_requested(t))
        leave(t, cleanup, arg);
    t->cancel_type = type;
    atomic_store_explicit(&t->cancel_state, state, memory_order_seq_cst);
    return r;
}
