/* SPDX-License-Identifier: MIT */
/*
 * Futexes. The functions return 0 or a count, or -errno; they never touch errno.
 *
 * Stray wakes: a waker releases a lock first and wakes afterwards. In between another thread may
 * have taken the lock, destroyed it and used the memory for something else, where the wake then
 * arrives. So a wait may return 0 although no wake was meant for it, and every caller looks at its
 * word again.
 */
#ifndef PTHIN_CORE_FUTEX_H
#define PTHIN_CORE_FUTEX_H

#include "syscalls.h"

/* Who shares the word: threads of this process only, or also other processes. The kernel counts as
   another process: when a thread ends, it wakes those who sleep on the tid word
   (CLONE_CHILD_CLEARTID), and that wake is never a private one. */
enum futex_scope { FUTEX_THREADS, FUTEX_PROCESSES };

/* A point in time on a clock (0 = CLOCK_REALTIME, 1 = CLOCK_MONOTONIC: the two the kernel's
   futexes know). */
struct deadline {
    struct ktime at;
    int clock;
};

/* So many nanoseconds from now, on that clock. */
void deadline_in(struct deadline *d, int clock, int64_t ns);

/* Whether it has come. A system call: so a lock whose waits are quick asks only when it has waited for a
   while. */
bool deadline_passed(const struct deadline *d);

#define FUTEX_EVERYONE 0x7fffffff
#define FUTEX_ANY_BIT  0xffffffffu

/*
 * Sleeps while *word == expected, until deadline (NULL: for ever), for wakes that share a bit
 * with bits. 0: woken, or a stray wake. -EAGAIN: the word differed. -EINTR: a signal handler
 * ran. -ETIMEDOUT: the word may differ meanwhile.
 *
 * The clock is looked at first. A time that has passed would have the kernel set a timer and wait for
 * its interrupt, which takes a hundred times as long as the question.
 */
long futex_wait(const _Atomic uint32_t *word, uint32_t expected, enum futex_scope scope,
                const struct deadline *deadline, uint32_t bits);

/* The same, with a function that makes the system call: one that can be cancelled. What that
   returns is returned. */
typedef long futex_call(long nr, long a, long b, long c, long d, long e, long f);
long futex_wait_by(futex_call *call, const _Atomic uint32_t *word, uint32_t expected,
                   enum futex_scope scope, const struct deadline *deadline, uint32_t bits);

/* Has the kernel look at the word for us, which need not be there: by a wait that is over at once,
   whatever the word is. -EFAULT: there is no memory. */
long futex_probe(const _Atomic uint32_t *word);

/* Wakes up to count sleepers that share a bit with bits; returns how many. */
long futex_wake(const _Atomic uint32_t *word, int count, enum futex_scope scope, uint32_t bits);

/* If *word is expected, all who sleep on it sleep on target from then on; nobody is woken. For
   threads of one process. How many, or -errno. */
long futex_requeue(const _Atomic uint32_t *word, uint32_t expected, const _Atomic uint32_t *target);

/* Priority inheritance: the word holds the owner's tid, and the kernel writes it for the caller.
   futex_lock_pi: 0, -ETIMEDOUT, -EDEADLK, -ESRCH (the owner is gone), -EAGAIN (it is on its way
   out), -EINTR. */
long futex_lock_pi(_Atomic uint32_t *word, enum futex_scope scope, const struct deadline *deadline);
long futex_unlock_pi(_Atomic uint32_t *word, enum futex_scope scope);

#endif
