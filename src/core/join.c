/* SPDX-License-Identifier: MIT */
/* Waiting for the end of a thread, or leaving it to itself. */
#include <asm/errno.h>

#include "cancel.h"
#include "cpus.h"
#include "host/host.h"
#include "spin.h"
#include "stack.h"
#include "trace.h"
#include "wait.h"

/* Makes the caller the one who frees t. EINVAL: somebody else is, or t frees itself. ESRCH: it
   has been done, and the block waits for another thread. */
static int claim(struct thread *t)
{
    if (block_is_unmapped(t))
        return ESRCH;
    uint32_t s = atomic_load_explicit(&t->state, memory_order_relaxed);
    do {
        if (s & (THREAD_DETACHED | THREAD_CLAIMED))
            return thread_state_dead(t, s) ? ESRCH : EINVAL;
        /* acquire: pairs with the release of a joiner that gave up */
    } while (!atomic_compare_exchange_weak_explicit(&t->state, &s, s | THREAD_CLAIMED,
                                                    memory_order_acquire, memory_order_relaxed));
    return 0;
}

/* Gives up a join. */
static void unclaim(struct thread *t)
{
    /* release: pairs with the next claim */
    atomic_fetch_and_explicit(&t->state, ~THREAD_CLAIMED, memory_order_release);
}

/* A cancelled join leaves the thread to whoever comes next. */
static void cancelled(void *arg)
{
    thread_join_end();
    unclaim(arg);
}

/* Threads of one program are much alike: whether they are about to end when they are joined. The
   first ones are not: a CPU has to be woken for them, and a program with few threads would lose by
   spinning. So it begins as if it had not paid. */
static struct spin_history join_spins = {.score = -SPIN_SCORE_MOST, .waits = 1};

/* Turns: about as long as a thread takes from its first instruction to its last where no CPU has to
   be woken for it. Waiting longer costs more than it gains: as long as the joiner keeps its CPU,
   the kernel puts each thread on the other one, which then sleeps. */
#define JOIN_SPIN 256

static bool is_gone(_Atomic uint32_t *word)
{
    /* acquire: pairs with the kernel's store after the thread's last access */
    return !atomic_load_explicit(word, memory_order_acquire);
}

/* A thread takes its time to end: on a CPU that others want, sleeping is better. */
static bool spin_until_gone(_Atomic uint32_t *word)
{
    struct spin spin;
    bool gone;
    if (!spin_begin(&spin, &join_spins, JOIN_SPIN, true))
        return false;
    do
        gone = is_gone(word);
    while (!gone && spin_goes_on(&spin));
    spin_end(&spin, gone);
    return gone;
}

static int wait_until_gone(struct thread *t, const struct deadline *deadline)
{
    _Atomic uint32_t *word = host_exit_word(t);
    struct wait wait = {word, FUTEX_PROCESSES, FUTEX_ANY_BIT, deadline};
    uint32_t tid;
    if (is_gone(word) || spin_until_gone(word))
        return 0;
    int err = thread_join_begin(t);
    if (err)
        return err;
    /* A wake proves nothing: only a word of 0 says that the stack is out of use.
       acquire: pairs with the kernel's store */
    while (!err && (tid = atomic_load_explicit(word, memory_order_acquire)) != 0) {
        long r = !HOST_CANCEL_MASKED || thread_self()->join_cancellable
                     ? wait_cancellable(&wait, tid, cancelled, t)
                     : wait_sleep(&wait, tid); /* as musl's, also if cancellation is masked */
        if (r == -ETIMEDOUT)
            err = ETIMEDOUT;
    }
    thread_join_end();
    return err;
}

int thread_join(struct thread *t, void **result, const struct deadline *deadline,
                enum join_wait wait)
{
    if (t == thread_self())
        return EDEADLK;
    if (wait == JOIN_WAIT)
        cancel_test();
    int err = claim(t);
    if (err)
        return err;
    trace_join(t);
    if (wait == JOIN_WAIT)
        err = wait_until_gone(t, deadline);
    /* acquire: pairs with the kernel's store after the thread's last access */
    else if (atomic_load_explicit(host_exit_word(t), memory_order_acquire) != 0)
        err = EBUSY;
    if (err) {
        unclaim(t);
        return err;
    }
    if (result)
        *result = t->result;
    t->result = NULL; /* nobody's any more: leak checkers look there */
    block_put(t);
    return 0;
}

int thread_detach(struct thread *t)
{
    if (block_is_unmapped(t))
        return ESRCH;
    uint32_t s = atomic_load_explicit(&t->state, memory_order_relaxed);
    uint32_t set;
    do {
        if (s & (THREAD_DETACHED | THREAD_CLAIMED))
            return thread_state_dead(t, s) ? ESRCH : EINVAL;
        /* A thread that is past looking at DETACHED leaves its block to us. */
        set = s & THREAD_EXITING ? THREAD_CLAIMED : THREAD_DETACHED;
        /* acq_rel: pairs with the exiting thread's or. From DETACHED on, t is not ours. */
    } while (!atomic_compare_exchange_weak_explicit(&t->state, &s, s | set, memory_order_acq_rel,
                                                    memory_order_relaxed));
    trace_detach(t);
    if (set == THREAD_CLAIMED) {
        thread_wait_gone(t);
        t->result = NULL;
        block_put(t);
    }
    return 0;
}
