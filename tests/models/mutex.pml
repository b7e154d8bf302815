/* SPDX-License-Identifier: MIT */
/*
 * The plain mutex. At most one thread has it, no wake is lost, with times that run out too, and it
 * may be destroyed in the moment when the last user's releasing step is done.
 *
 *   in the model   in the code
 *   fast           plain_take() in src/pthread/mutex/mutex_protocols.h (lock_try in src/core/lock.h)
 *   spin           spin() in src/pthread/mutex/mutex_plain.c: one turn stands for any number
 *   sleep          sleep_until_locked(); where plain_lock_from_sleep begins (and lock_acquire_slow)
 *   unlock         plain_unlock() (lock_release)
 */
#include "futex.pml"

#define THREADS 3
#define ROUNDS  2
#define WORD    1 /* the futex */

byte word;               /* mutex.word: WORD_FREE, WORD_LOCKED, WORD_SLEEP */
byte inside;             /* threads that have the mutex */
byte releases = THREADS; /* last releases still to come */

inline sleep()
{
    do
    ::
#ifdef BUG_SLEEPER_LEAVES_NO_MARK /* whoever slept takes the word as if nobody else did */
        d_step {
            assert(alive);
            old = word;
            if
            :: word == 0 && slept -> word = 1
            :: else -> word = 2
            fi
        };
#else
        exchange(word, 2);
#endif
        if
        :: old == 0 -> break
        :: else
        fi;
        futex_wait(me, word == 2, WORD, timed, late);
        slept = true;
        if
        :: late -> break
        :: else -> assert(alive) /* spin_awake() looks at the word */
        fi
    od;
    atomic { slept = false; ok = false; old = 0 }
}

inline lock()
{
    late = false;
    if
    :: skip /* mutex_lock: fast */
        compare_exchange(word, 0, 1);
        if
        :: ok
        :: else ->
            if
            :: d_step { assert(alive); ok = word == 0 }; /* spin */
                if
                :: ok -> compare_exchange(word, 0, 1)
                :: else
                fi
            :: skip /* one CPU, or shared between processes */
            fi;
            if
            :: ok -> assert(alive) /* spins is stored */
            :: else ->
                assert(alive);
                sleep()
            fi
        fi
    :: sleep() /* mutex_relock */
    fi
}

inline unlock()
{
#ifdef BUG_STORE_FOR_EXCHANGE /* a mark that is set in between is overwritten */
    d_step { assert(alive); old = word };
    d_step { assert(alive); word = 0; inside--; last_use() };
#else
    d_step { assert(alive); old = word; word = 0; inside--; last_use() };
#endif
#ifdef BUG_KIND_IS_READ_AFTER_THE_RELEASE
    assert(alive);
#endif
#ifndef BUG_NO_WAKE
    if
    :: old == 2 -> futex_wake_one(WORD, ok)
    :: else
    fi
#endif
}

/* This round's release is the last thing the thread does with the mutex. */
inline last_use()
{
    if
    :: rounds == 1 ->
        releases--;
        if
        :: releases == 0 -> alive = false
        :: else
        fi
    :: else
    fi
}

proctype thread(byte me)
{
    byte rounds = ROUNDS, old;
    bool ok, timed, late, slept;
    do
    :: rounds > 0 ->
        if
        :: timed = true
        :: timed = false
        fi;
retry:
        lock();
        if
        :: late -> /* once more, without a time */
            timed = false;
            goto retry
        :: else
        fi;
        d_step { inside++; assert(inside == 1); ok = false; old = 0; timed = false };
        unlock();
        d_step { ok = false; old = 0; rounds-- }
    :: else -> break
    od
}

init
{
    atomic { run thread(0); run thread(1); run thread(2) }
}
