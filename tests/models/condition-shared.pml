/* SPDX-License-Identifier: MIT */
/*
 * The condition variable between processes. Some who wait are killed, wherever they are; and one who
 * signals, in the middle. As soon as they are gone, each signal brings out one that is alive, if any
 * waits. It may be destroyed as soon as all are released, and its memory be one again, while some are
 * on their way to sleep.
 *
 *   in the model   in the code, src/pthread/cond/cond_shared.c
 *   enter, sleep   enter(), own_wait()
 *   cancelled      cancelled()
 *   notify         cond_shared_notify(), release()
 *
 * Loops that end with a compare-exchange of a value computed from the one loaded are one step. The
 * mutex is left out, but for this: whoever signals for a waiter does so after that was counted. Each
 * wait ends at the first wake, as spurious ones end it, too. What the count does at its greatest
 * value is not looked at.
 *
 * The one who is killed signals (ALL false) or broadcasts.
 *   check: -DALL=true
 *   check: -DLIVE=3 -DALL=true
 */
#define STRAY 0 /* whoever wakes is back */
#include "futex.pml"

#ifdef BUG_UNSURE_WAKES_ONE
#define ALL true
#endif
#ifndef ALL
#define ALL false
#endif

#ifndef LIVE
#define LIVE 2 /* waiters; one more is killed */
#endif
#define DEAD 2 /* that one, and the one who signals */
#define SEQ  1 /* the futex */

/* cond_shared.waiters: the count, SHARED_UNSURE; cond_shared.seq */
byte waiters;
bool unsure;
byte seq;

/* Ghosts */
byte entered, back; /* of LIVE: how many have been counted; are back, neither cancelled nor late */
byte quit;          /* of LIVE: those */
byte gone;          /* of DEAD: in whatever way */
bool closing;       /* all are released: whoever is back last may destroy it */

#define MAY_DIE                                                                                    \
    if                                                                                             \
    :: mortal -> goto died                                                                         \
    :: skip                                                                                        \
    fi

/* all: a broadcast. last: of all. */
inline notify(all, last)
{
    d_step {
        assert(alive);
        ok = waiters > 0 || unsure;
        everyone = all;
        if
        :: ok && waiters == 0 ->
#ifndef BUG_UNSURE_WAKES_ONE
            everyone = true;
#endif
            unsure = false
        :: ok && waiters > 0 ->
#ifndef BUG_SURE
            unsure = true;
#endif
#ifndef BUG_COUNT_AFTER_THE_RELEASE
            if
            :: all -> waiters = 0
            :: else -> waiters--
            fi
#endif
        :: else
        fi
    };
    if
    :: ok ->
        MAY_DIE;
        d_step {
            assert(alive);
            seq = seq + 2;
            closing = last
        };
        MAY_DIE;
#ifdef BUG_COUNT_AFTER_THE_RELEASE
        d_step {
            assert(alive);
            if
            :: all -> waiters = 0
            :: !all && waiters > 0 -> waiters--
            :: else
            fi
        };
#endif
        if
        :: everyone -> futex_wake_all(SEQ, SEQ, ok)
        :: else -> futex_wake_one(SEQ, ok)
        fi
    :: else -> closing = last
    fi;
    d_step { ok = false; everyone = false }
}

#define VICTIM_MAY_DIE                                                                             \
    if                                                                                             \
    :: me >= LIVE -> goto out                                                                      \
    :: skip                                                                                        \
    fi

proctype waiter(byte me)
{
    byte seen;
    bool ok, late, timed;
    if
    :: timed = me == 0 /* it has a time, or may be cancelled */
    :: timed = false
    fi;
#ifndef BUG_SEEN_AFTER_COUNTING
    d_step { assert(alive); seen = seq };
    VICTIM_MAY_DIE;
#endif
    d_step {
        assert(alive);
        waiters++;
        if
        :: me < LIVE -> entered++
        :: else
        fi
    };
    VICTIM_MAY_DIE;
#ifdef BUG_SEEN_AFTER_COUNTING
    d_step { assert(alive); seen = seq };
#endif
    /* futex_wait, of an object that may be gone */
    d_step {
        if
        :: seq == seen -> asleep[me] = SEQ
        :: else
        fi
    };
    if
    :: asleep[me] == AWAKE
    :: d_step { asleep[me] != AWAKE && timed -> asleep[me] = AWAKE; late = true }
    :: d_step { asleep[me] != AWAKE && me >= LIVE -> asleep[me] = AWAKE }; goto out
    fi;
    VICTIM_MAY_DIE;
    if
    :: late -> /* ETIMEDOUT */
#ifdef BUG_WHO_IS_LATE_COUNTS_DOWN
        d_step {
            assert(alive);
            if
            :: waiters > 0 -> waiters--
            :: else
            fi
        };
#endif
        ok = true
    :: timed -> /* cancelled, also when it has been woken */
#ifndef BUG_CANCELLED_KEEPS_THE_WAKE
        futex_wake_one(SEQ, ok);
#endif
        ok = true
    :: !late -> ok = false
    fi;
out:
    atomic {
        if
        :: me >= LIVE -> gone++
        :: me < LIVE && ok -> quit++
        :: else -> back++
        fi;
        seen = 0;
        ok = false;
        late = false;
        timed = false;
        if
        :: closing && back + quit == LIVE -> alive = false
        :: else
        fi
    }
}

proctype other()
{
    bool ok, everyone, mortal = true;
    notify(ALL, false);
died:
    gone++
}

/* When those are gone. */
proctype closer()
{
    byte before, waiting;
    bool ok, everyone, mortal;
    gone == DEAD;
    do
    :: back + quit == LIVE -> goto died
    :: d_step { entered > back + quit -> before = back; waiting = entered };
        notify(false, false);
        back > before || back + quit >= waiting
    :: entered == LIVE ->
        notify(true, true);
        break
    od;
    /* destroy, and init at the same place */
    atomic {
        alive = false;
#ifdef BUG_INIT_BEGINS_AS_BEFORE
        seq = 0
#else
        seq = 101 /* never seen before */
#endif
    };
    back + quit == LIVE;
died:
    skip
}

init
{
    byte i;
    atomic {
        do
        :: i <= LIVE -> run waiter(i); i++
        :: else -> break
        od;
        run other();
        run closer()
    }
}
