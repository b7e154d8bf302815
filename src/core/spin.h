/* SPDX-License-Identifier: MIT */
/*
 * Waiting awake for a short while, for objects that remember whether it paid lately:
 *
 *     struct spin spin;
 *     if (spin_begin(&spin, &object->spins)) {
 *         do
 *             paid = ...;
 *         while (!paid && spin_goes_on(&spin));
 *         spin_end(&spin, paid);
 *     }
 *
 * With the spin gate (cpus.h) open, what spinning takes is free: a spin pays if it saves a sleep.
 *
 * The gate is shut if there are more threads than CPUs, or if it is wrong: it takes a thread that
 * blocks in a system call of the program's, or of the libc's, for one that runs. So a shut gate is
 * no more than a bad sign. An object whose waits are shorter than what a sleep takes of the CPU is
 * right to spin whoever else wants it, and has proof of that: quick waits. To find that out, some
 * waits spin for as long as would be quick. But where two wait for each other in turn, and sleep,
 * no wait is quick. So every now and then some waits in a row are as long as waking the other one
 * takes; then a short one of its will find the answer at once, and from there on both have proof.
 */
#ifndef PTHIN_CORE_SPIN_H
#define PTHIN_CORE_SPIN_H

#include "cpus.h"

/* In turns (cpus.h). */
#define SPIN_LOOK  16  /* between two looks at the gate */
#define SPIN_QUICK 32  /* about what a sleep and a wake take of the CPU */
#define SPIN_LONG  512 /* about what they last */

/* With the gate open: so many in vain in a row, and only every 32nd wait spins. */
#define SPIN_SCORE_MOST 8
#define SPIN_TRY_EVERY  32

/* With the gate shut: of 256 waits the last 8 are long ones, and of the others every eighth is a
   short one, as long as there is no proof. */
#define SPIN_PROOF_MOST  8
#define SPIN_SHORT_EVERY 8
#define SPIN_LONG_FROM   248

/* In the object; all 0 at first. Racy, all of them: hints. */
struct spin_history {
    _Atomic int8_t score;  /* how it went with the gate open: 2 for a spin that paid, -1 for one
                              that did not; within SPIN_SCORE_MOST */
    _Atomic int8_t proof;  /* with the gate shut: 1 for a quick one, -2 for one that took longer, -4
                              for one in vain; from 0 to SPIN_PROOF_MOST */
    _Atomic uint8_t waits; /* counts those that by score or proof would not spin */
};

static inline void spin_history_init(struct spin_history *h)
{
    atomic_init(&h->score, 0);
    atomic_init(&h->proof, 0);
    atomic_init(&h->waits, 0);
}

/* One wait. */
struct spin {
    struct spin_history *history;
    int turns, most;
    bool open;  /* the gate was, at the beginning */
    bool dares; /* goes on when it is shut */
};

/* Whether to spin at all. */
static inline bool spin_begin(struct spin *s, struct spin_history *h)
{
    if (cpus_usable() <= 1)
        return false;
    bool open = spin_pays();
    bool proof = atomic_load_explicit(&h->proof, memory_order_relaxed) > 0;
    *s = (struct spin){.history = h, .most = SPIN_LONG, .open = open, .dares = proof || !open};
    if (proof || (open && atomic_load_explicit(&h->score, memory_order_relaxed) > -SPIN_SCORE_MOST))
        return true;
    uint8_t waits = atomic_load_explicit(&h->waits, memory_order_relaxed);
    atomic_store_explicit(&h->waits, (uint8_t)(waits + 1), memory_order_relaxed);
    if (open)
        return waits % SPIN_TRY_EVERY == 0;
    if (waits < SPIN_LONG_FROM)
        s->most = SPIN_QUICK;
    return waits >= SPIN_LONG_FROM || waits % SPIN_SHORT_EVERY == 0;
}

/* A pause between two looks at what is waited for; false: it has been long enough. */
static inline bool spin_goes_on(struct spin *s)
{
    cpu_relax();
    if (++s->turns % SPIN_LOOK)
        return true;
    return s->turns < s->most && (s->dares || spin_pays());
}

static inline void spin_count(_Atomic int8_t *counter, int change, int least, int most)
{
    int old = atomic_load_explicit(counter, memory_order_relaxed);
    int new = old + change < least ? least : old + change > most ? most : old + change;
    if (new != old)
        atomic_store_explicit(counter, (int8_t) new, memory_order_relaxed);
}

/* After a spin that did begin. The object is still there. */
static inline void spin_end(const struct spin *s, bool paid)
{
    if (s->open)
        spin_count(&s->history->score, paid ? 2 : -1, -SPIN_SCORE_MOST, SPIN_SCORE_MOST);
    else
        spin_count(&s->history->proof,
                   !paid                   ? -4
                   : s->turns > SPIN_QUICK ? -2
                                           : 1,
                   0, SPIN_PROOF_MOST);
}

#endif
