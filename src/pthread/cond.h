/* SPDX-License-Identifier: MIT */
/*
 * What is inside a pthread_cond_t: tickets. A waiter draws the next one; signal releases the
 * lowest that is not released yet, broadcast all. Release is state, not a wake, so none can be
 * lost; and a ticket drawn after a signal is above it, so a late waiter cannot steal one.
 */
#ifndef PTHIN_PTHREAD_COND_H
#define PTHIN_PTHREAD_COND_H

#include <pthread.h>

#include "core/futex.h"

/*
 * cond.word, 64 bits, changed as one: tickets << 32 | F.
 *
 *   tickets  the next ticket. Tickets go up by TICKET, modulo 2^32.
 *   F        the futex word: the lowest ticket that is not released | flags.
 *     COND_SLEEP  a waiter sleeps, or is about to, on F. Set by that waiter; cleared when all
 *                 tickets are released.
 *     COND_GAP    a waiter in the middle has given up: the next signal releases all, for the
 *                 one that it picks might be that waiter. Set by the waiter, with tickets below
 *                 and above its own unreleased; cleared when all are released.
 *
 * cond.left: 2 for each waiter that is done with the object, of all the tickets drawn and not
 *   handed back; bit 0 (LEFT_DESTROY): destroy sleeps on it until the last waiter has left.
 *   A waiter's addition is its last access.
 */
#define TICKET       4u
#define COND_SLEEP   1u
#define COND_GAP     2u
#define COND_FLAGS   3u
#define LEFT_ONE     2u
#define LEFT_DESTROY 1u

/* cond.flags and pthread_condattr_t: set at initialisation. */
#define COND_SHARED    1 /* PTHREAD_PROCESS_SHARED */
#define COND_MONOTONIC 2 /* timedwait measures on CLOCK_MONOTONIC, else CLOCK_REALTIME */

struct cond {
    union {
        _Atomic uint64_t word;
        _Atomic uint32_t half[2]; /* little-endian, as all ports are: F, tickets */
    };
    _Atomic uint32_t left;
    _Atomic int16_t score;  /* whether spinning paid lately; racy */
    _Atomic uint8_t probes; /* counts waits, to try again now and then; racy */
    uint8_t flags;
};
/* On 32 bits the public type may be aligned to 4 only: up to 4 bytes are skipped. */
_Static_assert(sizeof(struct cond) + 8 - _Alignof(pthread_cond_t) <= sizeof(pthread_cond_t),
               "fits the public type");
_Static_assert(sizeof(struct cond) == 16, "no padding that initialisers could leave undefined");

static inline struct cond *cond_of(const pthread_cond_t *c)
{
    return (struct cond *)round_up((uintptr_t)c, 8);
}

static inline enum futex_scope cond_scope(uint8_t flags)
{
    return flags & COND_SHARED ? FUTEX_PROCESSES : FUTEX_THREADS;
}

/* The futex bit that sleepers with this ticket wait for. */
static inline uint32_t cond_bit(uint32_t ticket)
{
    return 1u << (ticket / TICKET % 32);
}

void cond_signal(struct cond *c);

_Static_assert(sizeof(pthread_condattr_t) >= sizeof(int), "fits the public type");

static inline int *condattr_of(const pthread_condattr_t *a)
{
    return (int *)(uintptr_t)a;
}

#endif
