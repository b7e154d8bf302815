/* SPDX-License-Identifier: MIT */
/* The slow path of mutexes with a plain word: spin for as long as it lately paid, then sleep. */
#include <errno.h>

#include "core/counted.h"
#include "core/cpus.h"
#include "mutex.h"

/* In turns. SPIN_FIRST is before the first look: threads that do nothing but take the mutex get on
   best if one of them keeps it, and its cache line, for some time. */
#define SPIN_MOST    96
#define SPIN_LEAST   20
#define SPIN_FIRST   4
#define SPIN_STEP    8  /* between the looks that follow */
#define SPIN_TAKES   28 /* up to here a look takes: see below */
#define SPIN_AWAKE   32 /* after a wake: the owner is about to release */
#define AVERAGE_OVER 8

/* To look and then to take has the cache line come twice. To take at once has it come once, but
   away from the owner, also in vain: only for the first few times. */
static bool look_and_take(struct mutex *m, uint32_t turns)
{
    if (turns > SPIN_TAKES && atomic_load_explicit(&m->word, memory_order_relaxed) != WORD_FREE)
        return false;
    return plain_take(m, PTHREAD_MUTEX_NORMAL);
}

/* True: got it. Spins up to twice the recent average. */
static bool spin(struct mutex *m)
{
    uint32_t average = atomic_load_explicit(&m->spins, memory_order_relaxed);
    uint32_t most = 2 * average + SPIN_LEAST, turns = 0, step = SPIN_FIRST;
    bool got = false;
    if (most > SPIN_MOST)
        most = SPIN_MOST;
    while (!got) {
        turns += step;
        if (turns >= most)
            break;
        for (uint32_t i = 0; i < step; i++)
            cpu_relax();
        step = SPIN_STEP;
        got = look_and_take(m, turns);
    }
    average += ((int32_t)turns - (int32_t)average) / AVERAGE_OVER;
    /* relaxed: a hint. The mutex is ours, or we are about to wait for it: it exists. */
    atomic_store_explicit(&m->spins, (uint16_t)average, memory_order_relaxed);
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
    /* Others may sleep as well: whoever slept leaves the mark. acquire: pairs with unlock */
    while (atomic_exchange_explicit(&m->word, WORD_SLEEP, memory_order_acquire) != WORD_FREE) {
        if (counted_wait(&m->word, WORD_SLEEP, scope, deadline, FUTEX_ANY_BIT) == -ETIMEDOUT)
            return ETIMEDOUT;
        if (spins)
            spin_awake(m);
    }
    return 0;
}

int plain_lock_slow(struct mutex *m, int kind, const struct deadline *deadline)
{
    /* Between processes there is nobody to tell whether spinning pays. */
    bool spins = cpus_usable() > 1 && !(kind & MUTEX_SHARED);
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
    counted_wake(&m->word, 1, scope, FUTEX_ANY_BIT);
    return 0;
}
