/* SPDX-License-Identifier: MIT */
/*
 * Waiting for a condition with a real-time priority. Each signal releases a thread that waits when
 * it is sent: none that came later, nor one that has given up; and who is released comes out of
 * its sleep. That it is the highest one that sleeps is the kernel's part; here a wake picks any.
 *
 *   in the model   in src/pthread/cond/cond_ranked.c
 *   enter          enter()
 *   sleep          released(), and sleep_until_released() in src/pthread/cond/pthread_cond_wait.c
 *   give_up        give_up()
 *   signal         signal()
 *   broadcast      broadcast()
 *
 * Loops that end with a compare-exchange of a value computed from the one loaded are one step. The
 * mutex is left out, and so is the way out of the object, for both of which see condition.pml. The
 * group does not wrap around, but its bit does, after two: that of the group after the next is the
 * same, as in the code that of the 32nd.
 */
#include "futex.pml"

#define WAITERS 3
#define SIGNALS 3
#define SIGNALS_MOST 6 /* with those that are handed on */
#define bit(g)       (1 + (g) % 2)

byte group, grants, old, new; /* cond.ranked */

/* Ghosts: which signals have released nobody yet, and how many there had been when a waiter came. */
byte signals;
bool open[SIGNALS_MOST + 1];
byte came[WAITERS];
byte sent;
byte unpassed; /* signals that were given to a wait that is cancelled, and not yet handed on */
#define IDLE     0
#define WAITING  1
#define RELEASED 2 /* by broadcast */
#define GONE     3
byte state[WAITERS];

/* This wait is what became of the first signal that it can be for; there is one. */
inline come_out()
{
    if
    :: state[me] == RELEASED
    :: else ->
        i = came[me] + 1;
        do
        :: i <= signals && !open[i] -> i++
        :: else -> break
        od;
        assert(i <= signals);
        open[i] = false;
        i = 0
    fi;
    state[me] = GONE
}
hidden byte i, waiting;

inline check_that_nobody_waits()
{
    i = 0;
    waiting = 0;
    do
    :: i < WAITERS -> waiting = waiting + (state[i] == WAITING); i++
    :: else -> break
    od;
    i = 1;
    do
    :: i <= signals -> waiting = waiting - open[i]; i++
    :: else -> break
    od;
    assert(waiting == 0);
    i = 0
}

inline signal(handed_on)
{
    d_step {
        wake = true;
        pass = false;
        if
        :: grants < old -> grants++
        :: grants == old && new > 0 ->
            pass = old > 0;
            group++;
            grants = 1;
            old = new;
            new = 0
        :: else -> check_that_nobody_waits(); wake = false
        fi;
        its = group;
        if
        :: wake -> signals++; open[signals] = true
        :: else
        fi;
        if
        :: handed_on -> unpassed--
        :: else -> sent++
        fi
    };
#ifndef BUG_THE_PASSED_ARE_NOT_WOKEN
    if
    :: pass -> futex_wake_all(bit(its - 1), bit(its - 1), unused)
    :: else
    fi;
#endif
    if
    :: wake -> futex_wake_one(bit(its), unused)
    :: else
    fi;
    atomic { wake = false; pass = false; its = 0 }
}
hidden byte unused;

#define TOO_LATE 0
#define SKIPPED  1

inline give_up(woken)
{
    if
    :: group > g -> how = TOO_LATE; come_out()
    :: group == g && grants > 0 && (woken || grants == old) ->
        how = TOO_LATE;
        grants--;
        old--;
        come_out()
    :: group == g && !(grants > 0 && (woken || grants == old)) ->
        how = SKIPPED;
        old--;
        state[me] = GONE
    :: group < g -> how = SKIPPED; new--; state[me] = GONE
    fi
}

proctype waiter(byte me)
{
    byte g, seen, seen_grants, how, its;
    bool timed, late, wake, pass;
    atomic {
        me == 0 || state[me - 1] != IDLE; /* all waiters are alike: any order is as good */
#ifdef BUG_NEWCOMERS_JOIN_THE_OLD
        old++;
        g = group;
#else
        if
        :: grants == 0 -> old++; g = group
        :: else -> new++; g = group + 1
        fi;
#endif
        came[me] = signals;
        state[me] = WAITING
    };
    if
    :: timed = true /* it has a time, or may be cancelled */
    :: timed = false
    fi;
sleep:
    atomic {
        if
        :: group > g -> come_out(); goto back
        :: group == g && grants > 0 -> grants--; old--; come_out(); goto back
        :: else
        fi;
        seen = group;
        seen_grants = grants
    };
    futex_wait(me, group == seen && grants == seen_grants, bit(g), timed, late);
    seen = 0;
    seen_grants = 0;
    if
    :: !late -> goto sleep
    :: d_step { late -> give_up(false) }
    :: atomic {
        timed -> /* cancelled, perhaps after it was woken */
#ifdef BUG_CANCELLED_LOSES_THE_WAKE
            give_up(false);
#else
            give_up(true);
#endif
            if
            :: how != SKIPPED -> unpassed++; late = false
            :: else
            fi
    };
        if
        :: how != SKIPPED -> signal(true)
        :: else
        fi
    fi;
back:
    atomic { g = 0; how = 0; timed = false; late = false; seen = 0; seen_grants = 0 }
}

proctype signaller(byte me)
{
    byte its;
    bool wake, pass;
    sent >= me; /* all are alike */
    signal(false)
}

#define all(what) (what(0) && what(1) && what(2))
#define has_come(n) (state[n] != IDLE)
#define is_back(n)  (state[n] == GONE)
#define closed(n)   (!open[n])

/* The end: whoever is released comes out with nobody's further help; then the others are let go. */
proctype closer()
{
    atomic {
        sent == SIGNALS && unpassed == 0 && all(has_come) && all(closed) && closed(3) &&
            closed(4) && closed(5) && closed(6);
        if
        :: new > 0 || old > grants ->
            group = group + 2;
            grants = 0;
            old = 0;
            new = 0;
            state[0] = (state[0] == WAITING -> RELEASED : state[0]);
            state[1] = (state[1] == WAITING -> RELEASED : state[1]);
            state[2] = (state[2] == WAITING -> RELEASED : state[2])
        :: else
        fi
    };
    futex_wake_all(bit(0), bit(1), unused);
    all(is_back)
}

init
{
    atomic {
        run waiter(0);
        run waiter(1);
        run waiter(2);
        run signaller(0);
        run signaller(1);
        run signaller(2);
        run closer()
    }
}
