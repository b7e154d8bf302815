/* SPDX-License-Identifier: MIT */
/*
 * The condition variable between threads of one process. A signal releases a thread that waits, if
 * any does: not one that came later, nor one that has given up. Who is released comes out of its
 * sleep. A wait that is cancelled hands its signal on. Destroy, right after a broadcast or after the
 * last signal, waits for those who are on their way out, finds nobody waiting when nobody is, and
 * afterwards nobody touches the object.
 *
 *   in the model   in the code
 *   draw           enter() in src/pthread/cond/pthread_cond_wait.c: the fetch_add
 *   sleep          sleep_until_released()
 *   give_up        give_up()
 *   leave          leave()
 *   cancelled      cancelled()
 *   signal         cond_signal() in src/pthread/cond/pthread_cond_signal.c
 *   broadcast      pthread_cond_broadcast()
 *   destroy        pthread_cond_destroy() in src/pthread/cond/pthread_cond_init.c
 *
 * Loops that end with a compare-exchange of a value computed from the one loaded are one step: only
 * the turn in which it succeeds does anything. The mutex is left out: the object does not rely on
 * it, so signals here may come at any time. Tickets do not wrap around, and each has a bit of its
 * own: that 32 share one only means more wakes.
 */
#define STRAY 0 /* whoever wakes looks at F again */
#include "futex.pml"

#define WAITERS 3
#ifdef BUG_CANCELLED_KEEPS_THE_SIGNAL
#define SIGNALS 1 /* found sooner */
#else
#define SIGNALS 2
#endif
#define LEFT    1 /* the futexes: cond.left, and the bit of ticket t of cond.half[0] */
#define BIT     2
#define NOBODY  100
#define ALL     101

/* cond.word: tickets; F is lowest, COND_SLEEP, COND_GAP. */
byte tickets, lowest;
bool sleeps, gap;
/* cond.left: the count, LEFT_DESTROY. */
byte left;
bool destroyer;

/* Ghosts: what became of each wait, and which wait a ticket belongs to. */
#define IDLE    0
#define WAITING 1
#define GRANTED 2 /* released by signal or broadcast */
#define GONE    3 /* gave up, or is back */
byte state[WAITERS];
byte owner[WAITERS];
byte signals;  /* done */
byte unpassed; /* signals that were given to a wait that is cancelled, and not yet handed on */

inline grant(ticket)
{
    if
    :: state[owner[ticket]] == WAITING -> state[owner[ticket]] = GRANTED; granted++
    :: else
    fi
}

/* Counts one more GRANTED for each, from the lowest ticket to the highest. */
inline grant_all()
{
    i = lowest;
    do
    :: i < tickets -> grant(i); i++
    :: else -> break
    od;
    i = 0
}
hidden byte i, granted;

inline count_waiting()
{
    i = 0;
    granted = 0;
    do
    :: i < WAITERS ->
        if
        :: state[i] == WAITING -> granted++
        :: else
        fi;
        i++
    :: else -> break
    od;
    i = 0
}

inline signal(handed_on)
{
    d_step {
        assert(alive);
        count_waiting();
        wake = NOBODY;
        if
        :: lowest == tickets -> assert(granted == 0)
        :: else ->
            if
            :: sleeps -> wake = BIT + lowest
            :: else
            fi;
            if
            :: gap ->
                if
                :: sleeps -> wake = ALL
                :: else
                fi;
                grant_all();
                lowest = tickets;
                gap = false
            :: else ->
                /* the one that is picked does wait */
                assert(state[owner[lowest]] == WAITING);
                state[owner[lowest]] = GRANTED;
                lowest++
            fi;
            if
            :: lowest == tickets -> sleeps = false
            :: else
            fi
        fi;
        granted = 0;
        if
        :: handed_on -> unpassed--
        :: else -> signals++
        fi
    };
#ifdef BUG_READ_AFTER_THE_RELEASE
    assert(alive);
#endif
    if
    :: wake == NOBODY
    :: wake == ALL -> futex_wake_all(BIT, BIT + WAITERS - 1, unused)
    :: else -> futex_wake_all(wake, wake, unused)
    fi;
    wake = NOBODY
}
hidden byte unused;

inline leave()
{
    d_step { assert(alive); ok = destroyer; left++ };
    if
    :: ok -> futex_wake_one(LEFT, ok)
    :: else
    fi;
    ok = false
}

#define TOO_LATE    0
#define HANDED_BACK 1
#define SKIPPED     2

inline give_up()
{
    d_step {
        assert(alive);
        if
        :: lowest > t -> how = TOO_LATE
        :: else ->
            assert(state[me] == WAITING);
            state[me] = GONE;
            if
            :: tickets == t + 1 ->
                how = HANDED_BACK;
                tickets--;
                if
                :: lowest == t -> sleeps = false; gap = false
                :: else
                fi
            :: tickets != t + 1 && lowest == t -> how = SKIPPED; lowest++
            :: else ->
                how = SKIPPED;
#ifndef BUG_NO_GAP
                gap = true
#endif
            fi
        fi
    }
}

proctype waiter(byte me)
{
    byte t, seen, how, wake = NOBODY;
    bool ok, seen_gap, timed, late;
    atomic {
        me == 0 || state[me - 1] != IDLE; /* all waiters are alike: any order is as good */
        assert(alive);
        t = tickets;
        tickets++;
        owner[t] = me;
        state[me] = WAITING
    };
    if
    :: timed = true  /* it has a time, or may be cancelled */
    :: timed = false
    fi;
sleep:
    atomic {
        assert(alive);
        if
        :: lowest > t -> goto released
        :: else
        fi;
#ifndef BUG_SLEEPS_UNMARKED
        sleeps = true;
#endif
        seen = lowest;
        seen_gap = gap
    };
    futex_wait(me, lowest == seen && gap == seen_gap, BIT + t, timed, late);
    seen = 0;
    seen_gap = false;
    if
    :: !late -> goto sleep
    :: late || timed -> timed = true
    fi;
    late = false;
    if
    :: timed -> /* ETIMEDOUT */
        give_up();
        if
        :: how == TOO_LATE -> goto released
        :: how == SKIPPED -> leave()
        :: how == HANDED_BACK
        fi
    :: timed -> /* cancelled */
        atomic {
            give_up();
            if
            :: how == TOO_LATE ->
                assert(state[me] == GRANTED);
                state[me] = GONE;
                unpassed++
            :: else
            fi
        };
        if
        :: how == TOO_LATE ->
#ifndef BUG_CANCELLED_KEEPS_THE_SIGNAL
            signal(true)
#endif
        :: else
        fi;
        if
        :: how != HANDED_BACK -> leave()
        :: else
        fi
    fi;
    goto back;
released:
    assert(state[me] == GRANTED);
    state[me] = GONE; /* on its way out of the object, awake */
    leave();
back:
    atomic { t = 0; how = 0; timed = false; ok = false }
}

proctype signaller(byte me)
{
    byte wake = NOBODY;
    signals >= me; /* both are alike */
    signal(false)
}

inline broadcast()
{
    d_step {
        assert(alive);
        ok = sleeps;
        grant_all();
        lowest = tickets;
        sleeps = false;
        gap = false;
        granted = 0
    };
    if
    :: ok -> futex_wake_all(BIT, BIT + WAITERS - 1, unused)
    :: else
    fi;
    ok = false
}

inline destroy()
{
    d_step {
        assert(alive);
#ifdef BUG_EBUSY_WITH_ONLY_A_GAP_LEFT
        assert(lowest == tickets);
#else
        assert(lowest == tickets || gap);
#endif
        drawn = tickets
    };
    do
    ::
        d_step { assert(alive); ok = left == drawn; seen = left; destroyer = destroyer || !ok };
#ifdef BUG_DESTROY_DOES_NOT_WAIT
        ok = true;
#endif
        if
        :: ok -> break
        :: else -> futex_wait(SLEEPERS_MOST - 1, left == seen, LEFT, false, late)
        fi
    od;
    alive = false
}

#define all(what) (what(0) && what(1) && what(2))
#define has_drawn(n) (state[n] != IDLE)
#define is_out(n)    (state[n] != GRANTED)
#define is_back(n)   (state[n] == GONE)

/* The end: no more signals, and nobody who would come to wait. */
proctype closer()
{
    byte seen, drawn;
    bool ok, late, at_once;
    signals == SIGNALS && all(has_drawn);
    if
    :: at_once = true
    :: at_once = false
    fi;
    /* Whoever is released comes out, with nobody's further help. */
    at_once || (all(is_out) && unpassed == 0);
    if
    :: at_once || !all(is_back) -> broadcast()
    :: else /* nobody waits */
    fi;
    destroy()
}

init
{
    atomic {
        run waiter(0);
        run waiter(1);
        run waiter(2);
        run signaller(0);
        run signaller(1);
        run closer()
    }
}
