/* SPDX-License-Identifier: MIT */
/*
 * A broadcast on one CPU, which wakes one waiter, and that moves the others to the mutex. Whoever
 * is released comes back with the mutex, whatever the others do: nobody is left asleep on either
 * futex. Destroy comes to its end, also while its caller holds the mutex, and afterwards nobody
 * touches the object.
 *
 *   in the model   in the code
 *   lock, unlock   plain_take(), sleep_until_locked(), plain_unlock() of the mutex
 *   wait           pthread_cond_wait_common(), cancelled() in src/pthread/cond/pthread_cond_wait.c
 *   broadcast      pthread_cond_broadcast() in src/pthread/cond/pthread_cond_signal.c
 *   rest           requeue_rest() in src/pthread/cond/cond_requeue.c
 *   undo           requeue_undo()
 *   destroy        pthread_cond_destroy() in src/pthread/cond/pthread_cond_init.c
 *
 *   check: -DTIMED=0
 *
 * Who gives up is the last, so that there are no gaps; condition.pml has those. The mutex stays.
 */
#ifdef BUG_A_CANCELLED_WAIT_KEEPS_THE_WAKE
#define TIMED 0
#endif
#ifndef TIMED
#define TIMED WAITERS /* nobody */
#endif
#define STRAY 0 /* a wake for nothing is no different from one by undo */
#include "futex.pml"

#define WAITERS 3
#define LEFT    1 /* the futexes: cond.left, the bits of tickets in F, the mutex */
#define F(t)    (2 + (t))
#define FIRST   F(0)
#define LAST    F(WAITERS - 1)
#define M       (LAST + 1)

byte tickets, lowest; /* cond.word, with COND_SLEEP and COND_REQUEUE */
bool sleeps, requeue;
byte left; /* cond.left, with LEFT_DESTROY */
bool destroyer;

byte mutex; /* its word */
byte holders;
byte drawn, back; /* ghosts: how many have begun to wait; were released and had the mutex */
bool second;      /* waiter 1 has begun to wait */
bool begun;       /* the first broadcast is over */
hidden byte unused;
hidden byte who;

inline lock_from_sleep(me)
{
    do
    ::
        d_step { old = mutex; mutex = 2 };
        if
        :: old == 0 -> break
        :: else -> futex_wait_mutex(me)
        fi
    od;
    atomic { old = 0; assert(holders == 0); holders++ }
}

/* As futex_wait, but that the object is another. */
inline futex_wait_mutex(me)
{
    d_step {
        if
        :: mutex == 2 -> asleep[me] = M
        :: else
        fi
    };
    asleep[me] == AWAKE
}

inline lock(me)
{
    d_step {
        ok = mutex == 0;
        if
        :: ok -> mutex = 1; assert(holders == 0); holders++
        :: else
        fi
    };
    if
    :: ok
    :: else -> lock_from_sleep(me)
    fi;
    ok = false
}

inline unlock()
{
    d_step { holders--; old = mutex; mutex = 0 };
    if
    :: old == 2 -> futex_wake_one(M, ok)
    :: else
    fi;
    d_step { old = 0; ok = false }
}

/* One of those on F. */
inline futex_wake_any(woken)
{
    if
    :: d_step { asleep[0] >= FIRST && asleep[0] <= LAST -> asleep[0] = AWAKE }
    :: d_step { asleep[1] >= FIRST && asleep[1] <= LAST -> asleep[1] = AWAKE }
    :: d_step { asleep[2] >= FIRST && asleep[2] <= LAST -> asleep[2] = AWAKE }
    :: else
    fi
}

inline take_over()
{
    d_step { assert(alive); ok = requeue; requeue = false }
}

/* can_move: the caller is released, and about to lock the mutex from sleep. */
inline rest(can_move)
{
    take_over();
    if
    :: ok && can_move ->
        d_step { assert(alive); seen = lowest; ok = sleeps };
#ifdef BUG_MOVES_THOSE_WHO_ARE_NOT_RELEASED
        ok = false;
#endif
        if
        :: ok -> futex_wake_all(FIRST, LAST, unused)
        :: else ->
            d_step {
#ifdef BUG_MOVES_THOSE_WHO_ARE_NOT_RELEASED
                ok = true;
#else
                ok = lowest == seen && !sleeps;
#endif
                who = 0;
                do
                :: who < SLEEPERS_MOST ->
                    if
                    :: ok && asleep[who] >= FIRST && asleep[who] <= LAST -> asleep[who] = M
                    :: else
                    fi;
                    who++
                :: else -> break
                od;
                who = 0
            };
            if
            :: ok
            :: else -> futex_wake_all(FIRST, LAST, unused)
            fi
        fi;
        d_step { ok = true; seen = 0 }
    :: ok && !can_move -> futex_wake_all(FIRST, LAST, unused)
    :: else
    fi
}

inline leave()
{
    d_step { assert(alive); ok = destroyer; left++ };
    if
    :: ok -> futex_wake_one(LEFT, ok)
    :: else
    fi;
    ok = false
}

proctype waiter(byte me)
{
    byte old, seen, t;
    bool ok, slept, timed, late, back_handed;
    me != 2 || second; /* those two are alike */
    atomic { assert(alive); t = tickets; tickets++; drawn++; second = second || me == 1 };
    timed = me == TIMED; /* it may be cancelled, or its time may come */
sleep:
    atomic {
        assert(alive);
        if
        :: lowest > t -> goto released
        :: else
        fi
    };
#ifndef BUG_A_WAKE_OF_ANOTHER_IS_KEPT
    if
    :: slept && requeue -> rest(false)
    :: else
    fi;
#endif
    atomic {
        assert(alive);
        if
        :: lowest > t -> goto released
        :: else
        fi;
        sleeps = true;
        seen = lowest
    };
    slept = true;
    futex_wait(me, lowest == seen && sleeps, F(t), timed, late);
    seen = 0;
    if
    :: !late -> goto sleep
    :: late || timed
    fi;
    late = false;
    /* Gives up. Cancelled, it may have been the one that was woken. */
#ifndef BUG_A_CANCELLED_WAIT_KEEPS_THE_WAKE
    if
    :: requeue -> rest(false)
    :: else
    fi;
#endif
    atomic {
        assert(alive);
        if
        :: lowest > t -> goto gone /* too late: the signal goes to another, but there is none */
        :: lowest <= t && tickets == t + 1 -> /* handed back */
            tickets--;
            if
            :: lowest == t -> sleeps = false
            :: else
            fi;
            back_handed = true
        :: else -> timed = false; goto sleep /* in the middle: it stays */
        fi
    };
    goto gone;
released:
    if
    :: requeue -> rest(true)
    :: else -> ok = false
    fi;
    slept = slept || ok;
gone:
    if
    :: !back_handed -> leave()
    :: else
    fi;
#ifdef BUG_LOCKS_WITHOUT_THE_MARK
    lock(me);
#else
    if
    :: slept -> lock_from_sleep(me)
    :: else -> lock(me)
    fi;
#endif
    atomic { back = back + (!back_handed -> 1 : 0); t = 0; timed = false; slept = false; back_handed = false };
    unlock()
}

inline broadcast()
{
#ifdef BUG_MARKS_BEFORE_THE_RELEASE
    d_step { assert(alive); requeue = requeue || (tickets > lowest + 1 && sleeps) };
#endif
    d_step {
        assert(alive);
        seen = sleeps;
        ok = tickets > lowest + 1 && sleeps;
#ifdef BUG_MARKS_BEFORE_THE_RELEASE
        skip;
#else
        requeue = requeue || ok;
#endif
        lowest = tickets;
        sleeps = false
    };
    if
    :: ok -> futex_wake_any(unused)
    :: !ok && seen -> futex_wake_all(FIRST, LAST, unused)
    :: else
    fi;
    d_step { ok = false; seen = 0; begun = true }
}

/* At any time, with the mutex or without. */
proctype broadcaster()
{
    byte seen;
    bool ok;
    broadcast()
}

/* The last signal or broadcast, when all have begun to wait; and destroy, or not: those who were
   released come back without its help. */
proctype closer()
{
    byte old, seen, which;
    bool ok, late, holds, at_once;
    begun && drawn == WAITERS;
    if
    :: at_once = true
    :: at_once = false
    fi;
    /* Whoever has been released comes back, with nobody's further help. */
    at_once || back == lowest;
    at_once = false;
    if
    :: atomic { tickets == lowest + 1 -> which = F(lowest); seen = sleeps; lowest++; sleeps = false };
        if
        :: seen -> futex_wake_all(which, which, unused)
        :: else
        fi;
        d_step { which = 0; seen = 0 };
        goto end
    :: lock(WAITERS); holds = true
    :: true
    fi;
    broadcast();
    do
    ::
        d_step { assert(alive); ok = left == tickets; seen = left; destroyer = destroyer || !ok };
        if
        :: ok -> break
        :: else
        fi;
#ifndef BUG_DESTROY_LEAVES_THEM_ASLEEP
        take_over();
        if
        :: ok -> futex_wake_all(FIRST, LAST, unused)
        :: else
        fi;
        futex_wake_all(M, M, unused);
#endif
        futex_wait(WAITERS, left == seen, LEFT, false, late)
    od;
    alive = false;
end:
    if
    :: holds -> unlock()
    :: else
    fi
}

init
{
    atomic {
        run waiter(0);
        run waiter(1);
        run waiter(2);
        run broadcaster();
        run closer()
    }
}
