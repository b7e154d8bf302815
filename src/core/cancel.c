/* SPDX-License-Identifier: MIT */
/*
 * The engine's own cancellation: a flag, and a signal to get a thread out of a blocking system
 * call. The handler acts only where nothing is lost: in a thread of asynchronous type, or with
 * the program counter between the check of the flag and the system call instruction of
 * arch_cancellable_syscall. A call that had its effect returns as if nothing were.
 */
#include <asm/errno.h>

#include "arch/arch.h"
#include "host/host.h"
#include "cancel.h"
#include "cleanup.h"
#include "sigaction.h"

#define CANCELED_RESULT ((void *)-1) /* PTHREAD_CANCELED, the same in both libcs */

static uint8_t state_of(struct thread *t)
{
    return atomic_load_explicit(&t->cancel_state, memory_order_relaxed);
}

static long act(void)
{
    struct thread *t = thread_self();
    if (state_of(t) == CANCEL_ENABLE || t->cancel_type == CANCEL_ASYNC) {
        t->result = CANCELED_RESULT;
        thread_unwind(t);
    }
    atomic_store_explicit(&t->cancel_state, CANCEL_DISABLE, memory_order_relaxed);
    return -ECANCELED;
}

static void handler(int sig, void *info, void *ucontext)
{
    struct thread *t = thread_self();
    uintptr_t *pc = arch_context_pc(ucontext);
    ksigset *mask = arch_context_sigmask(ucontext);
    (void)info;
    if (!cancel_is_requested(t) || state_of(t) == CANCEL_DISABLE)
        return;

    /* The interrupted code may itself be a signal handler above a blocking call. With our
       signal blocked there and pending, it comes again when that handler returns. */
    *mask |= KSIG(sig);
    if (t->cancel_type == CANCEL_ASYNC) {
        sys_sigprocmask(KSIG_SETMASK, mask, NULL);
        act();
    }
    if (*pc >= (uintptr_t)arch_cancel_begin && *pc < (uintptr_t)arch_cancel_end) {
        *pc = (uintptr_t)arch_cancel_abort;
        return;
    }
    sys_tgkill(sys_getpid(), (int)host_self_tid(), sig);
}

int cancel_request(struct thread *t)
{
    static atomic_bool installed;
    if (t != thread_self() && thread_is_dead(t))
        return ESRCH;
    /* relaxed: installing twice does no harm */
    if (!atomic_load_explicit(&installed, memory_order_relaxed)) {
        long r = sigaction_internal(HOST_CANCEL_SIGNAL, handler);
        if (r != 0)
            return (int)-r;
        atomic_store_explicit(&installed, true, memory_order_relaxed);
    }
    /* relaxed: the store of the flag makes it seen */
    atomic_store_explicit(&cancel_act, act, memory_order_relaxed);
    /* seq_cst, as are cancel_set_state's store and the load below: either we see that
       cancellation is enabled and send the signal, or the thread sees the flag at its next
       cancellation point. */
    atomic_store_explicit(host_cancel_flag(t), 1, memory_order_seq_cst);
    if (t == thread_self()) {
        if (state_of(t) == CANCEL_ENABLE && t->cancel_type == CANCEL_ASYNC)
            act();
        return 0;
    }
    /* A thread that does not want to hear of it must not see its calls fail with EINTR. */
    if (atomic_load_explicit(&t->cancel_state, memory_order_seq_cst) == CANCEL_DISABLE)
        return 0;
    return thread_send(t, HOST_CANCEL_SIGNAL);
}

int cancel_set_state(int state)
{
    struct thread *t = thread_self();
    int old = state_of(t);
    /* seq_cst: pairs with cancel_request */
    atomic_store_explicit(&t->cancel_state, (uint8_t)state, memory_order_seq_cst);
    /* Asynchronous: a request that came while disabled is due now. */
    if (state == CANCEL_ENABLE && t->cancel_type == CANCEL_ASYNC)
        cancel_test();
    return old;
}

int cancel_set_type(int type)
{
    struct thread *t = thread_self();
    int old = t->cancel_type;
    t->cancel_type = (uint8_t)type;
    if (type == CANCEL_ASYNC)
        cancel_test();
    return old;
}
