/* SPDX-License-Identifier: MIT */
/*
 * Cancellation, as the engine's own waits see it. On hosts with HOST_OWN_CANCEL the functions are
 * those of cancel.c and cancel_point.c. On the others the libc cancels threads, and the host implements the functions
 * with what the libc has (src/host/glibc/cancel.c).
 */
#ifndef PTHIN_CORE_CANCEL_H
#define PTHIN_CORE_CANCEL_H

#include <asm/errno.h>

#include "host/host.h"

/* Whether a wait that the caller begins now would end, and the caller with it, if it is cancelled. */
bool cancel_is_enabled(void);

struct wait; /* wait.h */

/*
 * The system call of a wait as a cancellation point; returns as futex_wait (futex.h). If the thread is
 * cancelled while it sleeps, the call does not return: the thread is counted again as one that wants to
 * run (cpus.h), cleanup(arg) is called, and then the thread unwinds. In the masked state
 * (HOST_CANCEL_MASKED) the call returns -ECANCELED instead, and has changed nothing, unless the type is
 * asynchronous.
 */
long cancel_futex_wait(const struct wait *w, uint32_t expected, void (*cleanup)(void *), void *arg);

/* Disables cancellation, as a function does that returns ECANCELED to a thread in the masked state. */
void cancel_disable(void);

/* For the result of such a function. */
static inline int cancel_result(int err)
{
    if (HOST_CANCEL_MASKED && unlikely(err == ECANCELED))
        cancel_disable();
    return err;
}

/* Calls run(). If run is left in another way than by returning, undo(arg) is called on the way out:
   when the thread is cancelled or exits inside, or a C++ exception comes out of it. That works also
   if the file of run was compiled without unwind tables. Implemented by each host with a libc; without
   one there are no exceptions, and cancel_guard.c does. */
void cancel_guard(void (*run)(void), void (*undo)(void *), void *arg);

#if HOST_OWN_CANCEL

enum cancel_state {
    CANCEL_ENABLE,
    CANCEL_DISABLE,
    CANCEL_MASKED,  /* a cancelled call returns -ECANCELED instead of unwinding; musl uses it inside
                      its own functions, and its programs may (HOST_CANCEL_MASKED) */
    CANCEL_IN_WAIT, /* the same for system calls: in cancel_futex_wait. A signal handler that runs
                       there has waits, too, and those go on when the thread is cancelled; the
                       interrupted one then acts upon it */
};

enum cancel_type { CANCEL_DEFERRED, CANCEL_ASYNC };

/* Whether pthread_cancel has been called for t, whether t has acted upon it or not. The caller
   knows that t's block is there. */
static inline bool cancel_is_requested(struct thread *t)
{
    /* acquire: pairs with cancel_request's store; what the canceller wrote is seen */
    return atomic_load_explicit(host_cancel_flag(t), memory_order_acquire) != 0;
}

/* The rest of cancel_test, for a thread that has been cancelled. */
void cancel_test_requested(void);

/* A cancellation point that does nothing else. Does not return if the thread is cancelled. */
static inline void cancel_test(void)
{
    if (unlikely(cancel_is_requested(thread_self())))
        cancel_test_requested();
}

int cancel_set_state(int state);
int cancel_set_type(int type);

/* Asks t to end. 0 or an errno value. */
int cancel_request(struct thread *t);

/* A blocking system call as a cancellation point. Returns the kernel's value, or -ECANCELED
   in the masked state. */
long cancel_syscall(long nr, long a, long b, long c, long d, long e, long f);

/*
 * What a thread calls that has been cancelled and has cancellation enabled: it unwinds. In the
 * masked state the function disables cancellation and returns -ECANCELED. A pointer, which the first
 * cancel_request sets before it cancels anybody: so a static program that cancels no thread does not
 * contain what only cancelled threads do. To be read after cancel_is_requested.
 */
extern PTHIN_HIDDEN long (*_Atomic cancel_act)(void);

#else

/* The same two of the libc's. */
bool cancel_is_requested(struct thread *t);
void cancel_test(void);

#endif
#endif
