/* SPDX-License-Identifier: MIT */
/* For the tests of locks that the next owner destroys. */
#ifndef NEXT_OWNER_H
#define NEXT_OWNER_H

#include "test.h"

struct lock_calls {
    int (*lock)(void *), (*unlock)(void *), (*destroy)(void *);
    void (*make)(void *lock, int round);
};

struct destroyed {
    union {
        pthread_mutex_t mutex;
        pthread_rwlock_t rwlock;
    } lock;
    int turn;
};

static const struct lock_calls *lock_calls;
static struct destroyed *destroyed;
static struct gate round_start, round_end;
static int rounds;

static inline void *destroy_as_the_last(void *arg)
{
    for (int i = 1; i <= rounds; i++) {
        struct destroyed *d;
        int last;

        gate_wait_for(&round_start, i);
        d = LOAD(&destroyed);
        CHECK_EQ(lock_calls->lock(&d->lock), 0);
        last = d->turn++ == 1;
        CHECK_EQ(lock_calls->unlock(&d->lock), 0);
        if (last) {
            CHECK_EQ(lock_calls->destroy(&d->lock), 0);
            test_unmap(d, sizeof *d);
        }
        gate_open(&round_end);
    }
    return arg;
}

/* Two threads lock it at once; the second of them destroys it and unmaps its memory, while the
 * first may still be in its unlock, which would crash if it touched the lock again. */
static inline void check_next_owner_destroys(const struct lock_calls *calls, int how_often)
{
    pthread_t one, two;

    lock_calls = calls;
    rounds = how_often;
    one = test_start(destroy_as_the_last, NULL);
    two = test_start(destroy_as_the_last, NULL);
    for (int i = 1; i <= rounds; i++) {
        struct destroyed *d = TEST_MAP(sizeof *d);

        calls->make(&d->lock, i - 1);
        STORE(&destroyed, d);
        gate_open(&round_start);
        gate_wait_for(&round_end, 2 * i);
    }
    test_finish(one);
    test_finish(two);
}

#endif
