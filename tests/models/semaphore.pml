/* SPDX-License-Identifier: MIT */
/*
 * The semaphore. Nobody gets past it without a post of their own, no wake is lost when waiters
 * leave because of their time, a signal or cancellation, and it may be destroyed in the moment
 * when the last post and the last wait have done their releasing step.
 *
 *   in the model   in the code
 *   take           take() in src/pthread/sem/sem_wait.c, first of all and from spin()
 *   sleep          sleep_until_taken()
 *   give_up        give_up()
 *   cancelled      cancelled()
 *   post           sem_post() and sem_wake_one()
 *
 * Loops that end with a compare-exchange of a value computed from the one loaded are one step: only
 * the turn in which it succeeds does anything. Two waiters stay until they have got through; a
 * third and a fourth may give up, and if they get through, they post once more. So two posts are
 * enough for the first two in the end, whatever happens.
 */
#include "futex.pml"

#define VALUE 1 /* the futex */

#ifdef BUG_MARK_FOR_COUNT /* instead of a count a mark for "some", which the first post takes */
#    define one_more(n)    1
#    define less_one(n)    n
#    define after_posts(n) 0
#else
#    define one_more(n)    (n + 1)
#    define less_one(n)    (n - 1)
#    define after_posts(n) n
#endif

byte value, waiters; /* the two halves of sem.word */
byte posts;          /* ghost: posts done less waits that got through */
byte uses = 6;       /* 4 waiters, 2 posters: those that have not yet come to their last step */

inline last_use()
{
    uses--;
    if
    :: uses == 0 -> alive = false
    :: else
    fi
}

inline took()
{
    assert(value > 0 && posts > 0);
    value--;
    posts--;
    ok = true
}

/* last: the caller's last use, if it takes */
inline take(last)
{
    d_step {
        assert(alive);
        ok = false;
        if
        :: value > 0 ->
            took();
            if
            :: last -> last_use()
            :: else
            fi
        :: else
        fi
    }
}

inline post()
{
    assert(alive); /* sharing is read */
    d_step {
        assert(alive);
        ok = waiters > 0;
        waiters = after_posts(waiters);
        value++;
        posts++;
        last_use()
    };
#ifdef BUG_SHARING_IS_READ_AFTER_THE_RELEASE
    assert(alive);
#endif
    if
    :: ok -> futex_wake_one(VALUE, ok)
    :: else
    fi;
    ok = false
}

/* patient: stays until it has got through */
proctype waiter(byte me; bool patient)
{
    bool ok, late;
    take(patient);
    if
    :: ok -> goto through
    :: else
    fi;
    if
    :: d_step { assert(alive); ok = value > 0 && waiters == 0 }; /* spin */
        if
        :: ok ->
#ifdef BUG_SCORE_IS_STORED_AFTER_THE_TAKE
            take(patient);
            assert(alive);
#else
            assert(alive);
            take(patient);
#endif
            if
            :: ok -> goto through
            :: else
            fi
        :: else -> assert(alive)
        fi
    :: skip
    fi;
    d_step { assert(alive); waiters = one_more(waiters) };
sleep:
    atomic { /* take_as_waiter */
        assert(alive);
        ok = false;
        if
        :: value > 0 ->
            took();
            waiters = less_one(waiters);
            if
            :: patient -> last_use()
            :: else
            fi
        :: else
        fi
    };
    if
    :: ok -> goto through
    :: else
    fi;
    futex_wait(me, value == 0, VALUE, !patient, late);
    if
    :: !late -> goto sleep
    :: late -> goto give_up
    :: !patient -> goto cancelled /* where the libc cancels, maybe after a post woke the thread */
    fi;
give_up:
    atomic {
        assert(alive);
        waiters = less_one(waiters);
        if
        :: value > 0 -> took(); goto through
        :: else -> last_use(); goto out
        fi
    };
cancelled:
    atomic {
        assert(alive);
        ok = value > 0 && waiters >= 2;
        waiters = less_one(waiters);
        last_use()
    };
#ifndef BUG_CANCELLED_KEEPS_THE_WAKE
    if
    :: ok -> futex_wake_one(VALUE, ok)
    :: else
    fi;
#endif
    goto out;
through:
    if
    :: !patient -> post()
    :: else
    fi;
out:
    skip
}

proctype poster()
{
    bool ok;
    post()
}

init
{
    atomic {
        run waiter(0, true);
        run waiter(1, true);
        run waiter(2, false);
        run waiter(3, false);
        run poster();
        run poster()
    }
}
