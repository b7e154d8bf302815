/* SPDX-License-Identifier: MIT */
#include "barrier.h"
#include "core/wait.h"

static bool same_round(uint64_t a, uint64_t b)
{
    return (((uint32_t)a ^ (uint32_t)b) & ~BARRIER_SLEEPERS) == 0;
}

/* mine: the word as the caller has left it. */
static bool is_over(struct barrier *b, uint64_t mine)
{
    /* acquire: pairs with the release of every thread that arrived */
    return !same_round(atomic_load_explicit(barrier_word(b), memory_order_acquire), mine);
}

static bool spin(struct barrier *b, uint64_t mine, uint32_t n)
{
    struct spin spin;
    bool over;
    if (n > (uint32_t)cpus_usable() || !spin_begin(&spin, barrier_spins(b), SPIN_LONG, false))
        return false;
    do
        over = is_over(b, mine);
    while (!over && spin_goes_on(&spin));
    spin_end(&spin, over);
    return over;
}

static void sleep_until_over(struct barrier *b, uint64_t mine, enum futex_scope scope)
{
    _Atomic uint64_t *word = barrier_word(b);
    struct wait wait = {word64_futex(word), scope, FUTEX_ANY_BIT, NULL};
    uint64_t s;
    /* acquire: as in is_over */
    while (same_round(s = atomic_load_explicit(word, memory_order_acquire), mine))
        if (wait_mark(word, &s, BARRIER_SLEEPERS))
            wait_sleep(&wait, (uint32_t)s);
}

static void leave(struct barrier *b, enum futex_scope scope)
{
    /* release: pairs with destroy's acquire. The barrier may be gone after this: a wake that
       finds other memory is a stray one. */
    uint32_t old = atomic_fetch_add_explicit(&b->left, BARRIER_LEFT, memory_order_release);
    if (unlikely(old & BARRIER_DESTROYER)) /* which looks whether we were the last */
        wait_wake(&b->left, 1, scope, FUTEX_ANY_BIT);
}

/* The first round that ends in this process, where s is the word. */
static SLOW void forget_leaving(struct barrier *b, uint64_t s, uint32_t n, uint8_t forks)
{
    uint32_t all = barrier_all_left(s, n, forks);
    /* relaxed, all: who leaves has seen the round end, and that comes later */
    uint32_t left = atomic_load_explicit(&b->left, memory_order_relaxed);
    while (!barrier_left_here(left, forks) &&
           !atomic_compare_exchange_weak_explicit(&b->left, &left, all, memory_order_relaxed,
                                                  memory_order_relaxed))
        ;
}

/* The caller arrived last, seeing s. False: s is outdated. */
static bool end_round(struct barrier *b, uint64_t *s, uint32_t n, uint8_t forks,
                      enum futex_scope scope)
{
    uint32_t next = ((uint32_t)*s & ~BARRIER_SLEEPERS) + BARRIER_ROUND;
    if (unlikely(!barrier_left_here(atomic_load_explicit(&b->left, memory_order_relaxed), forks)))
        forget_leaving(b, *s, n, forks);
    /* acq_rel: all that was done before the barrier, here or by those who arrived before, is
       seen by all behind it */
    if (!atomic_compare_exchange_strong_explicit(barrier_word(b), s, next, memory_order_acq_rel,
                                                 memory_order_relaxed))
        return false;
    /* The barrier may be gone from here on. */
    if (*s & BARRIER_SLEEPERS)
        wait_wake(word64_futex(barrier_word(b)), FUTEX_EVERYONE, scope, FUTEX_ANY_BIT);
    return true;
}

/* More than lies between a frame of the libc's that has a barrier and ours. */
#define LIBC_FRAME 1024

/* The caller has ended a round. The others have still to look at the barrier: if that may go with the
   frame that we return to, they have to be waited for. */
static inline void keep_frame(pthread_barrier_t *barrier)
{
    if (HOST_LIBC_DROPS_BARRIERS &&
        (uintptr_t)barrier - (uintptr_t)__builtin_frame_address(0) < LIBC_FRAME)
        pthread_barrier_destroy(barrier);
}

PTHIN_EXPORT int pthread_barrier_wait(pthread_barrier_t *barrier)
{
    struct barrier *b = barrier_of(barrier);
    if (HOST_LIBC_SHARED && barrier_is_libc(b))
        return libc_shared.barrier_wait(barrier);
    uint32_t count = b->count, n = count & BARRIER_COUNT;
    enum futex_scope scope = barrier_scope(count);
    uint8_t forks = barrier_forks(count);
    uint64_t s = atomic_load_explicit(barrier_word(b), memory_order_relaxed), with;
    for (;;) {
        with = barrier_here(s, forks);
        if ((with & BARRIER_WAITING) / BARRIER_ARRIVED + 1 == n) {
            if (!end_round(b, &s, n, forks, scope))
                continue;
            keep_frame(barrier);
            return PTHREAD_BARRIER_SERIAL_THREAD;
        }
        /* release: what this thread did before is seen by all of the round; through a chain of
           such steps, of which end_round's is the last */
        with = (with + BARRIER_ARRIVED) | (uint64_t)forks << BARRIER_FORK;
        if (atomic_compare_exchange_weak_explicit(barrier_word(b), &s, with, memory_order_release,
                                                  memory_order_relaxed))
            break;
    }
    if (!spin(b, s, n))
        sleep_until_over(b, s, scope);
    /* Unless a signal handler forked in the middle: then it is not counted. */
    if (likely(barrier_forks(count) == forks))
        leave(b, scope);
    return 0;
}
