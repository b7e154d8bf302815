/* SPDX-License-Identifier: MIT */
/*
 * Futexes. The wrappers return 0 or a count, or -errno; they never touch errno. A wait may
 * return 0 without a wake meant for it (a stray wake from the former life of the memory):
 * every caller looks at its word again.
 */
#ifndef PTHIN_CORE_FUTEX_H
#define PTHIN_CORE_FUTEX_H

#include "syscalls.h"

/* Who shares the word: threads of this process only, or other processes (or the kernel's
   CLEARTID, whose wake is never private). */
enum futex_scope { FUTEX_THREADS, FUTEX_PROCESSES };

/* A point in time on a clock (0 = CLOCK_REALTIME, 1 = CLOCK_MONOTONIC: the two the kernel's
   futexes know). */
struct deadline {
    struct ktime at;
    int clock;
};

#define FUTEX_EVERYONE 0x7fffffff
#define FUTEX_ANY_BIT  0xffffffffu

/*
 * Sleeps while *word == expected, until deadline (NULL: for ever), for wakes that share a bit
 * with bits. 0: woken, or a stray wake. -EAGAIN: the word differed. -EINTR: a signal handler
 * ran. -ETIMEDOUT.
 */
long futex_wait(const _Atomic uint32_t *word, uint32_t expected, enum futex_scope scope,
                const struct deadline *deadline, uint32_t bits);

/* The same through another function than the plain system call: one that can be cancelled. What
   it returns is returned. */
typedef long futex_call(long nr, long a, long b, long c, long d, long e, long f);
long futex_wait_by(futex_call *call, const _Atomic uint32_t *word, uint32_t expected,
                   enum futex_scope scope, const struct deadline *deadline, uint32_t bits);

/* Wakes up to count sleepers that share a bit with bits; returns how many. */
long futex_wake(const _Atomic uint32_t *word, int count, enum futex_scope scope, uint32_t bits);

/* If *word is expected, moves all who sleep on it to target, between threads of one process. How
   many, or -errno. */
long futex_requeue(const _Atomic uint32_t *word, uint32_t expected, const _Atomic uint32_t *target);

/* Priority inheritance: the kernel takes the word, which holds the owner's tid, for us.
   lock: 0, -ETIMEDOUT, -EDEADLK, -ESRCH, -EAGAIN, -EINTR. */
long futex_lock_pi(_Atomic uint32_t *word, enum futex_scope scope, const struct deadline *deadline);
long futex_unlock_pi(_Atomic uint32_t *word, enum futex_scope scope);

#endif
