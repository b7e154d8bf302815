/* SPDX-License-Identifier: MIT */
/* The slow path of mutexes with a plain word: spin for as long as it lately paid, then sleep. */
#include <errno.h>

#include "core/wait.h"
#include "mutex_protocols.h"

/*
 * To look at a mutex takes its cache line from the owner, so when to look depends on who contends:
 *   - Others do something between two turns, and are out soon: then a look at every so many turns
 *     costs them little, and to be late costs us much.
 *   - One takes the mutex again as soon as it has left it. To be let alone with the line for some
 *     time is best for all: we look late, and not often.
 *   - And if turns are long, somebody has the mutex for long, or does not let us in: as before, but
 *     in proportion to how long it takes.
 * mutex.spins tells which: two numbers that go with each other, so in one word.
 *   bits 0-8   the running average of a wait, in turns, up to SPIN_MOST
 *   bits 9-14  how sure it is that waits are short: 1 more for one that was, SHORT_PENALTY less for
 *              one that was not, from 0 to SHORT_SUREST
 */
#define SPIN_MOST      400 /* turns, as all below; with no more threads than CPUs */
#define SPIN_MOST_BUSY 112 /* with more */
#define SPIN_LEAST     20
#define SPIN_AWAKE     32 /* after a wake: the owner is about to release */
#define AVERAGE_BITS   9
#define AVERAGE_OVER   8
#define SHORT_SURE     16
#define SHORT_SUREST   63
#define SHORT_PENALTY  10
_Static_assert(SPIN_MOST < 1 << AVERAGE_BITS && SHORT_SUREST < 1 << (16 - AVERAGE_BITS),
               "both fit");

/* Up to here a look takes: to look and then to take has the cache line come twice. To take at once
   has it come once, but away from the owner, also in vain: only for the first few times. */
#define SPIN_TAKES 28

/* To the first look, to the next one, and between all later ones; limit: what is a short wait. */
struct spin_steps {
    uint32_t first, next, last, limit;
};
static const struct spin_steps short_waits = {2, 3, 6, 12}, other_waits = {4, 8, 8, 19};

/* An average above which looks are in proportion to it. */
#define LONG_WAITS 40
#define LONG_FIRST 4 /* the first look after one part in so many */
#define LONG_STEP  8 /* and from one to the next */

static bool look_and_take(struct mutex *m, uint32_t turns)
{
    if (turns > SPIN_TAKES && atomic_load_explicit(&m->word, memory_order_relaxed) != WORD_FREE)
        return false;
    return plain_take(m, PTHREAD_MUTEX_NORMAL);
}

static struct spin_steps steps_for(uint32_t average, const struct spin_steps *by)
{
    struct spin_steps s = *by;
    if (average > LONG_WAITS) {
        s.first = average / LONG_FIRST;
        s.next = s.last = average / LONG_STEP > s.last ? average / LONG_STEP : s.last;
    }
    return s;
}

/* True: got it. Spins up to twice the recent average. */
static bool spin(struct mutex *m)
{
    uint32_t spins = atomic_load_explicit(&m->spins, memory_order_relaxed);
    int32_t average = spins & ((1 << AVERAGE_BITS) - 1), sure = (int32_t)(spins >> AVERAGE_BITS);
    struct spin_steps s =
        steps_for((uint32_t)average, sure >= SHORT_SURE ? &short_waits : &other_waits);
    uint32_t most = 2 * (uint32_t)average + SPIN_LEAST, turns = 0, step = s.first;
    uint32_t limit = spin_pays() ? SPIN_MOST : SPIN_MOST_BUSY;
    bool got = false;
    if (most > limit)
        most = limit;
    while (!got) {
        turns += step;
        if (turns >= most)
            break;
        for (uint32_t i = 0; i < step; i++)
            cpu_relax();
        step = s.next;
        s.next = s.last;
        got = look_and_take(m, turns);
    }
    average += ((int32_t)(turns < most ? turns : most) - average) / AVERAGE_OVER;
    sure += turns <= s.limit ? 1 : -SHORT_PENALTY;
    sure = sure < 0 ? 0 : sure > SHORT_SUREST ? SHORT_SUREST : sure;
    /* relaxed: a hint. The mutex is ours, or we are about to wait for it: it exists. */
    atomic_store_explicit(&m->spins, (uint16_t)(average | sure << AVERAGE_BITS),
                          memory_order_relaxed);
    return got;
}

static void spin_awake(struct mutex *m)
{
    for (int i = 0; i < SPIN_AWAKE; i++) {
        if (atomic_load_explicit(&m->word, memory_order_relaxed) == WORD_FREE)
            return;
        cpu_relax();
    }
}

static int sleep_until_locked(struct mutex *m, enum futex_scope scope, bool spins,
                              const struct deadline *deadline)
{
    struct wait wait = {&m->word, scope, FUTEX_ANY_BIT, deadline};
    /* Others may sleep as well: whoever slept leaves the mark. acquire: pairs with unlock */
    while (atomic_exchange_explicit(&m->word, WORD_SLEEP, memory_order_acquire) != WORD_FREE) {
        if (wait_sleep_inline(&wait, WORD_SLEEP) == -ETIMEDOUT)
            return ETIMEDOUT;
        if (spins)
            spin_awake(m);
    }
    return 0;
}

int pthread_mutex_lock_slow(struct mutex *m, int kind, const struct deadline *deadline)
{
    /* Between processes there is nobody to tell whether spinning pays. */
    bool spins = cpus_usable() > 1 && !(kind & MUTEX_SHARED);
    if (deadline && deadline_passed(deadline))
        return ETIMEDOUT;
    if (spins && spin(m))
        return 0;
    return sleep_until_locked(m, mutex_scope(kind), spins, deadline);
}

void plain_lock_from_sleep(struct mutex *m, int kind)
{
    sleep_until_locked(m, mutex_scope(kind), false, NULL);
}

int plain_wake(struct mutex *m, enum futex_scope scope)
{
    wait_wake_inline(&m->word, 1, scope, FUTEX_ANY_BIT);
    return 0;
}

int plain_unlock_level(struct mutex *m, int kind)
{
    return plain_unlock_level_inline(m, kind);
}
