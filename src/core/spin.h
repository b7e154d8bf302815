/* SPDX-License-Identifier: MIT */
/*
 * Waiting awake for a short while before going to sleep, for objects that remember whether that
 * paid lately:
 *
 *     struct spin spin;
 *     bool there;
 *     if (!spin_begin(&spin, &object->spins, SPIN_LONG, false))
 *         return false;                              // it is time to sleep
 *     do
 *         there = ...;                               // is what is waited for there?
 *     while (!there && spin_goes_on(&spin));
 *     spin_end(&spin, there);
 *
 * If the wait has a deadline, spin.deadline is set after spin_begin: a time that has passed ends the
 * spin early, and that spin does not count. It is asked after the first few turns, so that a quick wait
 * does without the question.
 *
 * The loop is in each lock's own code: between the moment in which it is there and the lock's next step
 * there should be little to do, for the other thread may already be waiting for that one.
 *
 * spin_pays in cpus.h says whether there are enough CPUs for all runnable threads. It is asked when
 * the spin begins and now and then while it lasts.
 *
 * If there are enough, nobody else wants the CPU. Then a spin pays if it saves a sleep, and the object
 * keeps a score of the spins that did.
 *
 * If they are too few, somebody else may want the CPU. Or the answer is wrong: it takes a thread that
 * blocks in a system call of the program's, or of the libc's, for a runnable one. So an object spins
 * then, too, if it has proof that its waits are quick: shorter than the time that a sleep and a wake
 * take of the CPU. Then it is right to spin, whoever else wants the CPU.
 *
 * To find proof, an object without it tries. Every eighth wait spins for as long as a quick wait
 * lasts. But two threads that answer each other and both sleep never find proof in that way: each
 * waits for as long as it takes to wake the other, which is not quick. So the last 8 of 256 waits
 * spin for so long that the other thread can be woken and answer. Then this thread is awake when
 * the answer comes, and its own next answer comes at once: the other thread has a quick wait. Some
 * such turns are proof for both.
 *
 * Who spins in a way of its own, and why:
 *   mutex_plain.c, rwlock.c     Their words change hands all the time, and each look takes the cache
 *                               line from the owner. So what is measured, or doubles, is the time
 *                               between two looks.
 *   pthread_spin.c              A spin lock does not sleep: the spin has no end.
 *   core/lock.c                 What the engine's locks guard is short always. There is no history in
 *                               a word of 32 bits that may be the libc's.
 *   pthread_barrier_destroy.c   A barrier is destroyed once.
 */
#ifndef PTHIN_CORE_SPIN_H
#define PTHIN_CORE_SPIN_H

#include "cpus.h"
#include "futex.h"

/* In turns (cpus.h): about the time from a wake until the woken thread runs. */
#define SPIN_LONG 512

/* With enough CPUs: once so many spins in a row were in vain, only some waits spin. */
#define SPIN_SCORE_MOST 8
/* With too few: as much proof as an object can have. */
#define SPIN_PROOF_MOST 8

/* What an object remembers; all 0 at first. Threads change it at the same time, and some changes
   get lost: these are hints. */
struct spin_history {
    _Atomic int8_t score;  /* spins with enough CPUs: 2 more for one that paid, 1 less for one in
                              vain; from -SPIN_SCORE_MOST to SPIN_SCORE_MOST */
    _Atomic int8_t proof;  /* spins with too few: 1 more for a quick one, 2 less for one that
                              took longer, 4 less for one in vain; from 0 to SPIN_PROOF_MOST */
    _Atomic uint8_t waits; /* counts the waits for which neither score nor proof speaks */
};

static inline void spin_history_init(struct spin_history *h)
{
    atomic_init(&h->score, 0);
    atomic_init(&h->proof, 0);
    atomic_init(&h->waits, 0);
}

/* One wait. */
struct spin {
    struct spin_history *history; /* NULL: this spin says nothing about spinning */
    int turns, most;
    const struct deadline *deadline; /* NULL: none */
    bool pays;                       /* there were enough CPUs when the spin began */
    bool dares;                      /* the spin goes on also if they become too few */
};

/* In turns: between two questions whether there are enough CPUs. */
#define SPIN_LOOK 16

/* Whether to spin at all, and for how many turns at most. if_free: only with enough CPUs, where one that
   others want must not be kept. */
bool spin_begin(struct spin *s, struct spin_history *h, int most, bool if_free);

/* Pauses between two looks at what is waited for. False: the spin has lasted long enough. */
static inline bool spin_goes_on(struct spin *s)
{
    cpu_relax();
    if (++s->turns % SPIN_LOOK)
        return true;
    if (s->turns == SPIN_LOOK && s->deadline && deadline_passed(s->deadline)) {
        s->history = NULL;
        return false;
    }
    return s->turns < s->most && (s->dares || spin_pays());
}

/* After a spin for which spin_begin said true, while the object is still there. To be left out if the
   spin ended for another reason, which says nothing about spinning. */
void spin_end(const struct spin *s, bool paid);

#endif
