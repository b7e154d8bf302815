/* SPDX-License-Identifier: MIT */
#include "spin.h"

/* In turns (cpus.h). */
#define SPIN_QUICK 32 /* about the time that a sleep and a wake take of the CPU */

/* With enough CPUs: once so many spins in a row were in vain, only every 32nd wait spins. */
#define SPIN_TRY_EVERY 32

/* With too few and no proof: of 256 waits the last 8 spin for long, and of the others every
   eighth for a short time. */
#define SPIN_SHORT_EVERY 8
#define SPIN_LONG_FROM   248

bool spin_begin(struct spin *s, struct spin_history *h, int most, bool if_free)
{
    if (cpus_usable() <= 1)
        return false;
    bool pays = spin_pays();
    bool proof = atomic_load_explicit(&h->proof, memory_order_relaxed) > 0;
    *s = (struct spin){
        .history = h, .most = most, .pays = pays, .dares = !if_free && (proof || !pays)};
    if (if_free && !pays)
        return false;
    if (proof || (pays && atomic_load_explicit(&h->score, memory_order_relaxed) > -SPIN_SCORE_MOST))
        return true;
    uint8_t waits = atomic_load_explicit(&h->waits, memory_order_relaxed);
    atomic_store_explicit(&h->waits, (uint8_t)(waits + 1), memory_order_relaxed);
    if (pays)
        return waits % SPIN_TRY_EVERY == 0;
    if (waits < SPIN_LONG_FROM && most > SPIN_QUICK)
        s->most = SPIN_QUICK;
    return waits >= SPIN_LONG_FROM || waits % SPIN_SHORT_EVERY == 0;
}

static void spin_count(_Atomic int8_t *counter, int change, int least, int most)
{
    int old = atomic_load_explicit(counter, memory_order_relaxed);
    int new = old + change < least ? least : old + change > most ? most : old + change;
    if (new != old)
        atomic_store_explicit(counter, (int8_t) new, memory_order_relaxed);
}

void spin_end(const struct spin *s, bool paid)
{
    if (!s->history)
        return;
    if (s->pays)
        spin_count(&s->history->score, paid ? 2 : -1, -SPIN_SCORE_MOST, SPIN_SCORE_MOST);
    else
        spin_count(&s->history->proof,
                   !paid                   ? -4
                   : s->turns > SPIN_QUICK ? -2
                                           : 1,
                   0, SPIN_PROOF_MOST);
}
