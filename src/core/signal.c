/* SPDX-License-Identifier: MIT */
/* Sending a thread a signal without ever hitting another that got its tid. */
#include <asm/errno.h>

#include "host/host.h"
#include "stack.h"

bool thread_state_dead(struct thread *t, uint32_t state)
{
    return (state & THREAD_EXITING) && (state & (THREAD_DETACHED | THREAD_CLAIMED)) &&
           /* acquire: pairs with the kernel's store after the thread's last access */
           atomic_load_explicit(host_exit_word(t), memory_order_acquire) == 0;
}

bool thread_is_dead(struct thread *t)
{
    if (block_is_unmapped(t))
        return true;
    return thread_state_dead(t, atomic_load_explicit(&t->state, memory_order_relaxed));
}

int thread_pin(struct thread *t, ksigset *mask)
{
    /* A handler that left by longjmp, or waited for t, would leave t waiting for us. */
    ksigset all = KSIG_ALL;
    sys_sigprocmask(KSIG_BLOCK, &all, mask);
    /* acquire: pairs with the exiting thread's or: EXITING unset means that it will see us */
    uint32_t s = atomic_fetch_add_explicit(&t->state, THREAD_SENDER, memory_order_acq_rel);
    if (s & THREAD_EXITING) {
        thread_unpin(t, mask);
        return 0;
    }
    return 1;
}

void thread_unpin(struct thread *t, const ksigset *mask)
{
    /* release: pairs with the exiting thread's load; our use of the tid is over */
    uint32_t s =
        atomic_fetch_sub_explicit(&t->state, THREAD_SENDER, memory_order_release) - THREAD_SENDER;
    /* The thread may be gone by now; the wake then finds nobody. */
    if (s & THREAD_EXITING && s < THREAD_SENDER)
        futex_wake(&t->state, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
    sys_sigprocmask(KSIG_SETMASK, mask, NULL);
}

int thread_send(struct thread *t, int sig)
{
    ksigset mask;
    long r = 0;
    if (thread_pin(t, &mask)) {
        r = sys_tgkill(sys_getpid(), (int)host_tid(t), sig);
        thread_unpin(t, &mask);
    }
    return (int)-r;
}

int thread_signal(struct thread *t, int sig)
{
    if (sig < 0 || sig > KSIG_LAST || (sig && (KSIG(sig) & HOST_RESERVED_SIGNALS)))
        return EINVAL;
    /* To oneself: delivered before the call returns, so no mask may be in the way. The kernel's
       word for the tid, which in the child of a vfork is not what the block says. */
    if (t == thread_self())
        return (int)-sys_tgkill(sys_getpid(), sys_gettid(), sig);
    if (thread_is_dead(t))
        return ESRCH;
    return thread_send(t, sig);
}
