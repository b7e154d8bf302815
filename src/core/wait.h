/* SPDX-License-Identifier: MIT */
/*
 * Waiting asleep. Every lock waits in the same way:
 *
 *     while (!let_in(lock, &seen))                       // what the lock is about
 *         if (wait_mark(&lock->word, &seen, SLEEPERS))   // "somebody sleeps", for whoever releases
 *             wait_sleep(&wait, seen);                   // until the word is not seen any more
 *
 * A sleep can end for no reason at all (futex.h), so the lock itself is always looked at again. A
 * waker that finds the mark calls wait_wake.
 *
 * Both keep the count of threads that want to run (cpus.h), which tells whether spinning pays.
 */
#ifndef PTHIN_CORE_WAIT_H
#define PTHIN_CORE_WAIT_H

#include "cpus.h"
#include "futex_inline.h"

struct wait {
    const _Atomic uint32_t *word;
    enum futex_scope scope;          /* who changes the word */
    uint32_t bits;                   /* wakes that have none of these are not for this wait */
    const struct deadline *deadline; /* NULL: for ever */
};

/* Sleeps while the word is expected. Returns as futex_wait. */
long wait_sleep(const struct wait *w, uint32_t expected);

/* The same for the locks whose speed depends on it (futex_inline.h). */
static inline long wait_sleep_inline(const struct wait *w, uint32_t expected)
{
    active_sleep();
    long r = futex_wait_inline(w->word, expected, w->scope, w->deadline, w->bits);
    active_awake(r, w->scope == FUTEX_THREADS);
    return r;
}

/* The same as a cancellation point. If the thread is cancelled while it sleeps, undo(arg) is called
   and the thread ends: this does not return. */
long wait_cancellable(const struct wait *w, uint32_t expected, void (*undo)(void *), void *arg);

/*
 * Before a sleep: sets mark in the word, of 32 or 64 bits, if it is not there, provided that the word
 * is still *seen. True: it is there, and *seen is what the word then is. False: the word has changed,
 * and the lock is to be looked at again. relaxed: the mark says nothing but that there is somebody to
 * wake.
 */
#define wait_mark(word, seen, mark)                                                                \
    (((*(seen) & (mark)) ||                                                                        \
      atomic_compare_exchange_strong_explicit(word, seen, *(seen) | (mark), memory_order_relaxed,  \
                                              memory_order_relaxed)) &&                            \
     (*(seen) |= (mark)))

/* Wakes up to count of those that sleep with one of bits. The word may be gone by now: a wake that
   finds other memory is a stray one. Returns as futex_wake. */
long wait_wake(const _Atomic uint32_t *word, int count, enum futex_scope scope, uint32_t bits);

/* The same for the locks whose speed depends on it. */
static inline long wait_wake_inline(const _Atomic uint32_t *word, int count, enum futex_scope scope,
                                    uint32_t bits)
{
    long woken = futex_wake_inline(word, count, scope, bits);
    if (woken > 0 && scope == FUTEX_THREADS)
        active_change((int)woken);
    return woken;
}

#endif
