/* SPDX-License-Identifier: MIT */
/*
 * The condition variable in the child of a fork: the copy counts waiters of the parent, who do not
 * exist. Threads of the child that come at once forget them, once; no signal is for them, no thread
 * of the child is forgotten with them, and destroy waits for nobody else.
 *
 *   in the model   in the code
 *   forget         cond_forget(), release_all() in src/pthread/cond/cond_fork.c
 *   waiter         enter(), sleep_until_released(), leave() in src/pthread/cond/pthread_cond_wait.c
 *   signal         cond_signal() in src/pthread/cond/pthread_cond_signal.c
 *   destroy        pthread_cond_destroy() in src/pthread/cond/pthread_cond_init.c
 *
 * What does not change by a fork is in condition.pml. In the parent, one had left and two waited.
 * Sleepers are all woken by each signal, and look.
 */
#define STRAY 0 /* whoever wakes looks again */
#include "futex.pml"

#define WAITERS   2
#define INHERITED 3 /* tickets of the parent */

#define LEFT  1 /* the futexes: cond.left, cond.forks, F */
#define FORKS 2
#define F     3

/* cond.forks */
#define PARENT 0
#define BUSY   1
#define HERE   2
byte forks = PARENT;

/* cond.word: tickets; F is lowest and COND_SLEEP */
byte tickets = INHERITED, lowest = 1;
bool sleeps = true;
/* cond.left: the count, LEFT_DESTROY */
byte left = 1;
bool destroyer;

byte drawn, back; /* ghosts: waiters of the child */
byte forgotten;   /* how often */

inline forget()
{
    do
    ::
        d_step { assert(alive); seen = forks };
        if
        :: seen == HERE -> break
#ifndef BUG_ALL_FORGET_AT_ONCE
        :: seen == BUSY -> futex_wait(me, forks == BUSY, FORKS, false, late)
#endif
        :: else ->
#ifdef BUG_ALL_FORGET_AT_ONCE
            d_step { forks = BUSY; ok = true };
#else
            compare_exchange(forks, PARENT, BUSY);
#endif
            if
            :: ok ->
                d_step { assert(alive); n = tickets; ok = sleeps; lowest = tickets; sleeps = false };
#ifndef BUG_THOSE_OF_THE_PARENT_NEVER_LEFT
                d_step { assert(alive); left = n; destroyer = false };
#endif
                if
                :: ok -> futex_wake_all(F, F, ok)
                :: else
                fi;
                d_step { assert(alive); forks = HERE; forgotten++; assert(forgotten == 1) };
                futex_wake_all(FORKS, FORKS, ok);
                break
            :: else
            fi
        fi
    od;
    atomic { seen = 0; n = 0; ok = false }
}

proctype waiter(byte me)
{
    byte seen, n, ticket;
    bool ok, late;
    forget();
    d_step { assert(alive); ticket = tickets; tickets++; drawn++ };
    do
    ::
        d_step {
            assert(alive);
            ok = lowest > ticket;
            if
            :: !ok -> sleeps = true
            :: else
            fi;
            n = lowest
        };
        if
        :: ok -> break
        :: else -> futex_wait(me, lowest == n && sleeps, F, false, late)
        fi
    od;
    back++;
    d_step { assert(alive); ok = destroyer; left++ };
    if
    :: ok -> futex_wake_one(LEFT, ok)
    :: else
    fi
}

inline signal()
{
    d_step { assert(alive); ok = lowest == tickets };
    if
    :: ok
    :: else ->
        forget();
        d_step {
            assert(alive);
            ok = false;
            if
            :: lowest < tickets ->
                ok = sleeps;
                lowest++;
                if
                :: lowest == tickets -> sleeps = false
                :: else
                fi
            :: else
            fi
        };
        if
        :: ok -> futex_wake_all(F, F, ok)
        :: else
        fi
    fi;
    ok = false
}

proctype signaller(byte me)
{
    byte seen, n;
    bool ok, late;
    signal(); /* at any time, for whoever waits */
    drawn == WAITERS; /* the mutex tells */
    signal();
    signal();
    forget();
    assert(lowest == tickets); /* else EBUSY */
    do
    ::
        d_step { assert(alive); n = left; ok = destroyer };
        if
        :: n == tickets -> break
        :: n != tickets && !ok -> d_step { assert(alive); destroyer = true }
        :: n != tickets && ok -> futex_wait(me, left == n && destroyer, LEFT, false, late)
        fi
    od;
    assert(back == WAITERS);
    alive = false
}

init
{
    atomic {
        run waiter(0);
        run waiter(1);
        run signaller(2)
    }
}
