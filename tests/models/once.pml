/* SPDX-License-Identifier: MIT */
/*
 * pthread_once. The routine runs by one thread at a time and is not run again once it has returned;
 * nobody comes back before that; if it is cancelled or throws, another thread takes over.
 *
 *   in the model   in the code
 *   first          the load in pthread_once() (src/pthread/once/pthread_once.c)
 *   look           pthread_once_slow()
 *   sleep          sleep_on()
 *   finish         finish(), with ONCE_DONE or by undo() with 0
 *
 * Forks are left out: in a child there is one thread.
 */
#include "futex.pml"

#define WORD    1 /* the futex */
#define RUNNING  1
#define DONE     2
#define SLEEPERS 4

byte word;
byte failures = 2; /* so often may the routine not return */
byte inside;       /* ghost: threads in the routine */
bool returned;     /* ghost: it has */

inline finish(value)
{
    exchange(word, value);
    if
    :: old & SLEEPERS ->
#ifdef BUG_UNDO_WAKES_NOBODY
        if
        :: value != 0 -> futex_wake_all(WORD, WORD, ok)
        :: else
        fi
#else
        futex_wake_all(WORD, WORD, ok)
#endif
    :: else
    fi
}

proctype thread(byte me)
{
    byte seen, old;
    bool ok, late;
    if
    :: d_step { word == DONE -> assert(returned) }; goto out
    :: word != DONE
    fi;
look:
    seen = word;
    if
    :: seen == DONE -> assert(returned); goto out
    :: (seen & ~SLEEPERS) == RUNNING ->
        if
        :: !(seen & SLEEPERS) ->
#ifdef BUG_SLEEPS_UNMARKED
            seen = RUNNING;
            ok = true;
#else
            compare_exchange(word, seen, (seen | SLEEPERS));
            seen = seen | SLEEPERS;
#endif
            if
            :: !ok -> goto look
            :: else
            fi
        :: else
        fi;
        futex_wait(me, word == seen, WORD, false, late);
        goto look
    :: else
    fi;
    compare_exchange(word, seen, RUNNING);
    if
    :: !ok -> goto look
    :: else
    fi;
    d_step { assert(!returned && inside == 0); inside++ };
    if
    :: atomic { failures > 0 -> failures--; inside-- };
        finish(0);
        if
        :: goto look /* unwinds, and calls pthread_once again */
        :: goto out
        fi
    :: d_step { inside--; returned = true };
        finish(DONE)
    fi;
out:
    skip
}

init
{
    atomic { run thread(0); run thread(1); run thread(2) }
}
