/* SPDX-License-Identifier: MIT */
/*
 * Waiting awake for a short while before going to sleep, for objects that remember whether that
 * paid lately:
 *
 *     if (spin_until(&object->spins, SPIN_LONG, look, object)) // look: is what is waited for there?
 *         ...
 *
 * The spin gate, spin_pays in cpus.h, says whether there is a CPU for everybody. It is asked when
 * the spin begins and now and then while it lasts.
 *
 * If the gate is open, nobody else wants the CPU. Then a spin pays if it saves a sleep, and the
 * object keeps a score of the spins that did.
 *
 * If the gate is shut, there are more runnable threads than CPUs. Or the gate is wrong: it takes a
 * thread that blocks in a system call of the program's, or of the libc's, for a runnable one. So an
 * object spins also at a shut gate if it has proof that its waits are quick: shorter than the time
 * that a sleep and a wake take of the CPU. Then it is right to spin, whoever else wants the CPU.
 *
 * To find proof, an object without it tries. Every eighth wait spins for as long as a quick wait
 * lasts. But two threads that answer each other and both sleep never find proof in that way: each
 * waits for as long as it takes to wake the other, which is not quick. So the last 8 of 256 waits
 * spin for so long that the other thread can be woken and answer. Then this thread is awake when
 * the answer comes, and its own next answer comes at once: the other thread has a quick wait. Some
 * such turns are proof for both.
 */
#ifndef PTHIN_CORE_SPIN_H
#define PTHIN_CORE_SPIN_H

#include "cpus.h"

/* In turns (cpus.h). */
#define SPIN_LOOK  16  /* between two looks at the gate */
#define SPIN_QUICK 32  /* about the time that a sleep and a wake take of the CPU */
#define SPIN_LONG  512 /* about the time from the wake until the woken thread runs */

/* With the gate open: once so many spins in a row were in vain, only every 32nd wait spins. */
#define SPIN_SCORE_MOST 8
#define SPIN_TRY_EVERY  32

/* With the gate shut and no proof: of 256 waits the last 8 spin for long, and of the others every
   eighth for a short time. */
#define SPIN_PROOF_MOST  8
#define SPIN_SHORT_EVERY 8
#define SPIN_LONG_FROM   248

/* What an object remembers; all 0 at first. Threads change it at the same time, and some changes
   get lost: these are hints. */
struct spin_history {
    _Atomic int8_t score;  /* spins with the gate open: 2 more for one that paid, 1 less for one in
                              vain; from -SPIN_SCORE_MOST to SPIN_SCORE_MOST */
    _Atomic int8_t proof;  /* spins with the gate shut: 1 more for a quick one, 2 less for one that
                              took longer, 4 less for one in vain; from 0 to SPIN_PROOF_MOST */
    _Atomic uint8_t waits; /* counts the waits for which neither score nor proof speaks */
};

static inline void spin_history_init(struct spin_history *h)
{
    atomic_init(&h->score, 0);
    atomic_init(&h->proof, 0);
    atomic_init(&h->waits, 0);
}

/* What a look at the object found. */
enum spin_look {
    SPIN_IN_VAIN, /* it is not there yet */
    SPIN_PAID,    /* it is there */
    SPIN_IDLE,    /* it makes no sense to go on, and that says nothing about spinning */
};

/* One wait. */
struct spin {
    struct spin_history *history;
    int turns, most;
    bool open;  /* the gate was open when the spin began */
    bool dares; /* the spin goes on also if the gate is shut meanwhile */
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

/* Pauses between two looks at what is waited for. False: the spin has lasted long enough. */
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

/* After a spin for which spin_begin said true. The object must still be there. */
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

/*
 * Looks again and again, for up to most turns. True: what is waited for is there. False: it is time
 * to sleep. After a look that did not find SPIN_IN_VAIN the object may be gone only if look says
 * SPIN_IDLE.
 */
static inline __attribute__((always_inline)) bool
spin_until(struct spin_history *h, int most, enum spin_look (*look)(void *), void *object)
{
    struct spin spin;
    enum spin_look found;
    if (!spin_begin(&spin, h))
        return false;
    if (most < spin.most)
        spin.most = most;
    do
        found = look(object);
    while (found == SPIN_IN_VAIN && spin_goes_on(&spin));
    if (found != SPIN_IDLE)
        spin_end(&spin, found == SPIN_PAID);
    return found == SPIN_PAID;
}

/* The same where a CPU that others want must not be kept: only with the gate open. */
static inline __attribute__((always_inline)) bool
spin_if_free_until(struct spin_history *h, int most, enum spin_look (*look)(void *), void *object)
{
    struct spin spin;
    enum spin_look found = SPIN_IN_VAIN;
    if (!spin_pays() || !spin_begin(&spin, h))
        return false;
    spin.dares = false;
    spin.most = most;
    while (found == SPIN_IN_VAIN && spin_goes_on(&spin))
        found = look(object);
    spin_end(&spin, found == SPIN_PAID);
    return found == SPIN_PAID;
}

#endif
