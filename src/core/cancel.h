/* SPDX-License-Identifier: MIT */
/*
 * Cancellation, as the engine's own waits see it. Hosts with HOST_OWN_CANCEL use cancel.c;
 * where the libc cancels by itself its host implements the same calls on the libc's.
 */
#ifndef PTHIN_CORE_CANCEL_H
#define PTHIN_CORE_CANCEL_H

#include "host/host.h"

/* A cancellation point that does nothing else. Does not return if the thread is cancelled. */
void cancel_test(void);

/* Whether the caller would act upon a cancellation in a wait that it begins now. */
bool cancel_is_enabled(void);

/* Whether somebody has cancelled t, acted upon or not. t must be there. */
bool cancel_is_requested(struct thread *t);

/*
 * futex_wait (core/futex.h) as a cancellation point: if the thread is cancelled while it
 * sleeps, cleanup(arg) is called, the thread unwinds and the call does not return.
 */
long cancel_futex_wait(const _Atomic uint32_t *word, uint32_t expected, enum futex_scope scope,
                       const struct deadline *deadline, uint32_t bits, void (*cleanup)(void *),
                       void *arg);

/* Calls run(). If it does not return, since the thread is cancelled or exits or an exception comes
   out, undo(arg) is called on the way; whatever unwind tables run was compiled with. */
void cancel_guard(void (*run)(void), void (*undo)(void *), void *arg);

#if HOST_OWN_CANCEL

enum cancel_state {
    CANCEL_ENABLE,
    CANCEL_DISABLE,
    CANCEL_MASKED, /* musl's own use: a cancelled call returns -ECANCELED instead of unwinding */
};

enum cancel_type { CANCEL_DEFERRED, CANCEL_ASYNC };

int cancel_set_state(int state);
int cancel_set_type(int type);

/* Asks t to end. 0 or an errno value. */
int cancel_request(struct thread *t);

/* A blocking system call as a cancellation point. Returns the kernel's value, or -ECANCELED
   in the masked state. */
long cancel_syscall(long nr, long a, long b, long c, long d, long e, long f);

/* The thread has been cancelled, and has to act upon it: unwinds, or in the masked state
   returns -ECANCELED and disables cancellation. */
long cancel_act(void);

#endif
#endif
