/* SPDX-License-Identifier: MIT */
/*
 * The barrier. Nobody leaves a round before COUNT threads have come to it, all of them leave, and
 * the first thread that is back from the last round may destroy it at once. (Nobody is killed;
 * destroy waits for such for a second, and no longer.)
 *
 *   in the model   in the code
 *   arrive         pthread_barrier_wait() in src/pthread/barrier/pthread_barrier_wait.c
 *   end            end_round()
 *   sleep          sleep_until_over(); spin() only looks at the same word more often
 *   leave          leave()
 *   destroy        pthread_barrier_destroy()
 *
 * With FORKED it is the copy in the child of a fork. In the parent one round had ended, of which
 * nobody had left yet, and a thread waited for the next.
 *
 * ROUNDS rounds, so that the fast threads of one run into the next. In the second run below there
 * are more users than COUNT, in two rounds.
 *   check: -DCOUNT=3 -DUSERS=3 -DROUNDS=2
 *   check: -DCOUNT=2 -DUSERS=4 -DROUNDS=1
 *   check: -DCOUNT=3 -DUSERS=3 -DROUNDS=2 -DFORKED
 *   check: -DCOUNT=2 -DUSERS=4 -DROUNDS=1 -DFORKED
 */
#ifdef BUG_THOSE_OF_THE_PARENT_COUNT
#define FORKED
#endif
#ifdef BUG_THOSE_OF_THE_PARENT_LEAVE
#define FORKED
#endif
#ifdef BUG_LEFT_IS_SET_AFTER_THE_ROUND
#define FORKED
#endif
#include "futex.pml"

#ifndef COUNT
#define COUNT  2
#define USERS  2
#define ROUNDS 3
#endif
#define ALL_ROUNDS (USERS * ROUNDS / COUNT)

#define STATE 1 /* the futexes: the lower half of barrier.word, and barrier.left */
#define LEFT  2

#ifdef FORKED
#define INHERITED 1
#else
#define INHERITED 0
#endif

/* barrier.word, that changes as one; foreign: FORK is not that of this process */
byte round, arrived = INHERITED;
bool sleepers = INHERITED, foreign = INHERITED;
/* barrier.left; the same. In the parent one had left less than all */
byte left;
bool destroyer, left_foreign = INHERITED;
#define all_left (round * (COUNT - 1) + INHERITED * (COUNT - 1))

/* One look at the state. */
inline look()
{
    mine = round;
    n = arrived;
    slept = sleepers;
#ifndef BUG_THOSE_OF_THE_PARENT_COUNT
    if
    :: foreign -> n = 0 /* barrier_here */
    :: else
    fi;
#endif
    was_foreign = foreign
}

#define same_arrived (foreign == was_foreign && (foreign || arrived == n))

inline forget_leaving()
{
#ifndef BUG_THOSE_OF_THE_PARENT_LEAVE
    d_step {
        assert(alive);
        if
        :: left_foreign -> left = mine * (COUNT - 1) + INHERITED * (COUNT - 1); left_foreign = false
        :: else
        fi
    }
#else
    left_foreign = false
#endif
}

byte came;      /* ghost: waits begun, counted in the step that counts them */
bool destroyed; /* ghost: a thread that is back is destroying it */

inline leave()
{
    d_step { assert(alive); ok = destroyer; left++ };
#ifndef BUG_LEAVE_WAKES_NOBODY
    if
    :: ok -> futex_wake_one(LEFT, ok)
    :: else
    fi
#endif
}

inline wait()
{
    d_step { assert(alive); look() }; /* the first load */
arrive:
    if
    :: n + 1 == COUNT -> /* end_round */
#ifndef BUG_LEFT_IS_SET_AFTER_THE_ROUND
        forget_leaving();
#endif
        d_step {
            assert(alive);
            ok = round == mine && same_arrived && sleepers == slept;
            if
            :: ok -> round++; arrived = 0; foreign = false; sleepers = false; came++
            :: else
            fi
        };
#ifdef BUG_LEFT_IS_SET_AFTER_THE_ROUND
        if
        :: ok -> forget_leaving()
        :: else
        fi;
#endif
        if
        :: ok ->
#ifndef BUG_END_WAKES_NOBODY
            if
            :: slept -> futex_wake_all(STATE, STATE, ok)
            :: else
            fi;
#endif
            goto back
        :: else
        fi;
        d_step { assert(alive); look() };
        goto arrive
    :: else ->
        atomic {
            assert(alive);
            if
            :: round == mine && same_arrived && sleepers == slept ->
                arrived = n + 1;
                foreign = false;
                came++
            :: else -> look(); goto arrive
            fi
        }
    fi;
    n = 0;
    slept = false;
sleep:
    atomic {
        assert(alive);
        if
        :: round != mine -> goto over
        :: else -> sleepers = true
        fi
    };
    futex_wait(me, round == mine && sleepers, STATE, false, late);
    goto sleep;
over:
    leave();
back:
    atomic { mine = 0; n = 0; slept = false; was_foreign = false; ok = false }
}

inline destroy()
{
    assert(alive && (arrived == 0 || foreign)); /* else EBUSY */
    do
    :: left_foreign -> break
    :: !left_foreign ->
        d_step { assert(alive); n = left; ok = destroyer };
        if
        :: n == all_left -> break
        :: n != all_left && !ok -> d_step { assert(alive); destroyer = true }
        :: n != all_left && ok ->
#ifdef BUG_DESTROY_DOES_NOT_WAIT
            break
#else
            futex_wait(me, left == n && destroyer, LEFT, false, late)
#endif
        fi
    od;
    alive = false
}

proctype thread(byte me)
{
    byte mine, n, rounds = ROUNDS;
    bool ok, slept, was_foreign, late;
again:
    wait();
    rounds--;
    assert(came >= COUNT * (ROUNDS - rounds));
    if
    :: rounds > 0 -> goto again
    :: else
    fi;
    if
    :: atomic { !destroyed && round == ALL_ROUNDS -> destroyed = true };
        destroy()
    :: skip /* another will, or nobody */
    fi
}

init
{
    byte i;
    atomic {
        do
        :: i < USERS -> run thread(i); i++
        :: else -> break
        od
    }
}
