/* SPDX-License-Identifier: MIT */
/*
 * The end of a thread: exit, join, detach, the cache of blocks and signals sent meanwhile. A block
 * is given back once, not before the kernel has left the thread, and is not touched by anybody
 * whose right to it is over; and none is lost.
 *
 *   in the model   in the code
 *   take, give     cache_take(), cache_give(), discard(), evict_one() in src/core/cache.c
 *   put            block_put(), block_put_self() in src/core/block.c
 *   create         thread_create() in src/core/create.c, with block_get()
 *   gate           pass(), wait() in src/core/gate.c
 *   thread         thread_exit() in src/core/exit.c, from keys_free() on; and the kernel's exit
 *   claim, unclaim, wait_gone, detach    src/core/join.c; a cancelled join does what one does whose
 *                  time came
 *   pin, unpin     thread_pin(), thread_unpin() in src/core/signal.c
 *
 * BLOCKS blocks and one slot in the cache, so that it is full at times. TLS lies in the block's
 * mapping (the musl and none hosts).
 *   check: -DGATE
 *   check: -DSENDER
 */
#define STRAY 0 /* whoever wakes looks at the word again */
#include "futex.pml"

/* The runs that show these bugs. */
#ifdef BUG_GATE_IS_READ_AFTER_IT_OPENED
#define GATE
#endif
#ifdef BUG_EXIT_DOES_NOT_WAIT_FOR_SENDERS
#define SENDER
#endif
#ifdef BUG_SENDER_LOOKS_FIRST
#define SENDER
#endif
#ifdef BUG_UNPIN_WAKES_NOBODY
#define SENDER
#endif

#define BLOCKS   2
#define CREATORS 2
#ifdef GATE
#define CREATES  1 /* by each */
#elif defined(SENDER)
#define CREATES  1
#else
#define CREATES  2
#endif

/* The futexes: state and exit word of block b, the gate of creator c. */
#define STATE(b) (1 + b)
#define TID(b)   (1 + BLOCKS + b)
#define DONE(c)  (1 + 2 * BLOCKS + c)
/* Who sleeps: the thread of block b, creator c. */
#define CREATOR(c) (BLOCKS + c)

/* struct thread */
bool tid[BLOCKS]; /* not 0 */
bool detached[BLOCKS], exiting[BLOCKS], claimed[BLOCKS];
byte senders[BLOCKS];
bool gate[BLOCKS]; /* not NULL */
byte slot; /* the cache: 0 or block + 1 */
/* struct start_gate, on the creator's stack */
bool done[CREATORS], refused[CREATORS], detach_later[CREATORS];

/* Ghosts. */
bool mapped[BLOCKS];
bool used[BLOCKS];    /* from create to the moment somebody gives it back */
bool running[BLOCKS]; /* the kernel has a thread on this stack */
bool start[BLOCKS];
byte creator[BLOCKS];
bool has_gate[CREATORS]; /* it is there: the creator is waiting */
bool told[BLOCKS];    /* the signal has come, for which the thread waits before it ends */
bool wanted[BLOCKS];  /* it does wait */
bool send[BLOCKS];    /* to the sender: send one */
byte sending;         /* signals being sent to threads that do not wait for it */

#define touch(b) assert(mapped[b])

inline give_back(b)
{
    assert(mapped[b] && used[b]);
    used[b] = false
}

inline unmap(b)
{
    assert(mapped[b]);
    mapped[b] = false
}

/* ok: false if the cache is full. */
inline cache_give(b)
{
    atomic {
        touch(b);
        ok = slot == 0;
        if
        :: ok ->
            give_back(b);
            slot = b + 1
        :: else
        fi
    }
}

inline block_put(b)
{
    cache_give(b);
    if
    :: ok
    :: else -> d_step { give_back(b); assert(!running[b]); unmap(b) }
    fi
}

/* Not past it before the kernel cleared the word. */
inline wait_gone(b, may_stop)
{
    do
    ::
        atomic { touch(b); ok = !tid[b] };
        if
        :: ok -> break
        :: else
        fi;
        futex_wait(CREATOR(me), tid[b], TID(b), may_stop, late);
        if
        :: late -> break
        :: else
        fi
    od;
    skip
}

/* The states of a block are never those of two at once, so n says it all. */
inline cache_take()
{
    d_step {
        n = slot;
        slot = 0;
        if
        :: n > 0 -> b = n - 1; assert(mapped[b] && !used[b]); used[b] = true
        :: else
        fi;
        ok = false
    };
    if
    :: n > 0 ->
#ifdef BUG_TAKEN_BEFORE_THE_KERNEL_LEFT
        ok = true;
#else
        d_step { touch(b); ok = !tid[b] };
#endif
        if
        :: ok
        :: ok -> /* evict_one: one that measures otherwise was to be given */
            d_step { give_back(b); assert(!running[b]); unmap(b); ok = false }
        :: else ->
            cache_give(b);
            if
            :: ok -> ok = false
            :: else -> /* discard */
                wait_gone(b, false);
                d_step { give_back(b); assert(!running[b]); unmap(b); ok = false }
            fi
        fi
    :: else
    fi;
    n = 0
}

/* ok: there is a block b. */
inline block_get()
{
    cache_take();
    if
    :: ok
    :: else ->
        d_step {
            ok = false;
            n = 0;
            do
            :: n < BLOCKS && mapped[n] -> n++
            :: n < BLOCKS && !mapped[n] -> mapped[n] = true; used[n] = true; b = n; ok = true; break
            :: else -> break
            od;
            n = 0
        }
    fi
}

proctype creation(byte me)
{
    byte b, n, rounds = CREATES;
    bool ok, late, gated, stop;
    do
    :: rounds > 0 ->
        rounds--;
        block_get();
        if
        :: !ok -> goto next /* EAGAIN */
        :: else
        fi;
        d_step {
            assert(!running[b] && used[b]);
            touch(b);
            exiting[b] = false;
            claimed[b] = false;
            detached[b] = false;
            assert(senders[b] == 0);
            tid[b] = true;
            told[b] = false;
            wanted[b] = false;
            creator[b] = me;
            gated = false;
            ok = false
        };
        if
        :: detached[b] = true; ok = true
        :: skip
#ifdef GATE
        :: gated = true; ok = true;
            if
            :: detach_later[me] = true
            :: detach_later[me] = false
            fi
        :: gated = true; detach_later[me] = false
#endif
        fi;
#ifdef SENDER
        if
        :: n = 1 /* it ends on a signal */
        :: !ok -> n = 2 /* a signal to a thread that may be at its end */
        :: skip
        fi;
#endif
        d_step {
            gate[b] = gated;
            has_gate[me] = gated;
            done[me] = false;
            running[b] = true;
            start[b] = true;
            wanted[b] = n == 1;
            send[b] = n > 0;
            sending = sending + (n == 2);
            n = 0
        };
        if
        :: gated ->
            do
            ::
                if
                :: done[me] -> break
                :: else -> futex_wait(CREATOR(me), !done[me], DONE(me), false, late)
                fi
            od;
            atomic {
                gated = false;
                ok = detach_later[me];
                stop = refused[me];
                has_gate[me] = false
            };
            if
            :: stop ->
                wait_gone(b, false);
                block_put(b);
                goto next
            :: else
            fi
        :: else
        fi;
        if
        :: ok -> goto next /* detached */
        :: else
        fi;
again:
        if
        :: skip -> stop = true  /* join with a time, or one that is cancelled */
        :: skip -> stop = false /* join */
        :: skip -> goto detach
        :: skip -> goto try
        fi;
        d_step { touch(b); assert(!claimed[b] && !detached[b]); claimed[b] = true };
        late = false;
        wait_gone(b, stop);
        if
        :: late -> d_step { touch(b); claimed[b] = false; late = false }; goto again
        :: else
        fi;
joined:
#ifdef SENDER
        sending == 0; /* a program must not signal a thread that it has joined */
#endif
        assert(!running[b]);
        touch(b); /* the result */
        block_put(b);
        goto next;
try:
        atomic { touch(b); assert(!claimed[b] && !detached[b]); claimed[b] = true };
        d_step { touch(b); ok = !tid[b] };
        if
        :: ok -> goto joined
        :: else -> d_step { touch(b); claimed[b] = false }; goto again
        fi;
detach:
#ifdef SENDER
        sending == 0;
#endif
        atomic {
            touch(b);
            assert(!claimed[b] && !detached[b]);
            ok = exiting[b];
#ifdef BUG_DETACH_LEAVES_AN_EXITING_THREAD_ALONE
            ok = false;
#endif
            if
            :: ok -> claimed[b] = true
            :: else -> detached[b] = true
            fi
        };
        if
        :: ok ->
#ifndef BUG_DETACH_DOES_NOT_WAIT
            wait_gone(b, false);
#endif
            block_put(b)
        :: else
        fi;
next:
        atomic { b = 0; ok = false; stop = false; late = false }
    :: else -> break
    od
}

proctype thread(byte b)
{
    byte seen;
    bool ok, late, mine, seen_claimed, seen_detached;
end:
    do
    :: d_step { start[b] -> start[b] = false };
#ifdef GATE
        if
        :: gate[b] ->
            if
            :: refused[creator[b]] = true
            :: refused[creator[b]] = false;
                if
                :: detach_later[creator[b]] -> d_step { touch(b); detached[b] = true }
                :: else
                fi
            fi;
            d_step {
                assert(has_gate[creator[b]]);
                ok = refused[creator[b]];
                done[creator[b]] = true
            };
#ifdef BUG_GATE_IS_READ_AFTER_IT_OPENED
            assert(has_gate[creator[b]]);
#endif
            futex_wake_one(DONE(creator[b]), late);
            if
            :: ok -> goto exit
            :: else
            fi
        :: else
        fi;
#endif
        !wanted[b] || told[b];
        d_step {
            touch(b);
            exiting[b] = true;
            seen = senders[b];
            seen_claimed = claimed[b];
            mine = detached[b]
        };
#ifdef BUG_EXIT_DOES_NOT_WAIT_FOR_SENDERS
        seen = 0;
#endif
        do
        :: seen > 0 ->
            futex_wait(b, senders[b] == seen && claimed[b] == seen_claimed && detached[b] == mine,
                       STATE(b), false, late);
            d_step {
                touch(b);
                seen = senders[b];
                seen_claimed = claimed[b];
                mine = detached[b]
            }
        :: else -> break
        od;
        if
        :: mine -> /* block_put_self */
            cache_give(b);
            if
            :: ok
            :: else ->
                /* The kernel was told to leave the word alone. From here on b may be a new
                   block, with a thread of its own. */
#ifdef BUG_UNMAPS_ITSELF_WITH_THE_WORD_REGISTERED
                d_step { give_back(b); unmap(b) }
#else
                d_step { give_back(b); unmap(b); running[b] = false };
                goto gone
#endif
            fi
        :: else
        fi;
exit:
        /* The kernel's part. */
        atomic { touch(b); assert(running[b]); running[b] = false; tid[b] = false };
        futex_wake_all(TID(b), TID(b), late);
gone:
        atomic { mine = false; ok = false; late = false; seen_claimed = false }
    od
}

#ifdef SENDER
proctype sender()
{
    byte b;
    bool ok, dead, counted;
end:
    do
    :: atomic { send[0] -> b = 0; send[0] = false; counted = !wanted[0] };
        goto pin
    :: atomic { send[1] -> b = 1; send[1] = false; counted = !wanted[1] };
pin:
#ifdef BUG_SENDER_LOOKS_FIRST /* and counts itself later */
        atomic { touch(b); dead = exiting[b] };
        d_step { touch(b); senders[b]++ };
#else
        atomic { touch(b); senders[b]++; dead = exiting[b] };
#endif
        if
        :: dead
        :: else -> d_step { assert(running[b]); told[b] = true } /* tgkill */
        fi;
        d_step { touch(b); senders[b]--; ok = exiting[b] && senders[b] == 0 };
#ifndef BUG_UNPIN_WAKES_NOBODY
        if
        :: ok -> futex_wake_one(STATE(b), ok)
        :: else
        fi;
#endif
        d_step {
            if
            :: counted -> sending--
            :: else
            fi;
            b = 0;
            ok = false;
            dead = false;
            counted = false
        }
    od
}
#endif

/* In the end every block is in the cache or unmapped. */
inline all_accounted()
{
    d_step {
        b = 0;
        do
        :: b < BLOCKS ->
            assert(!used[b] && !running[b] && (!mapped[b] || slot == b + 1));
            b++
        :: else -> break
        od
    }
}

init
{
    byte b;
    atomic {
        do
        :: b < BLOCKS -> run thread(b); b++
        :: else -> break
        od;
#ifdef SENDER
        run sender();
#endif
        run creation(0);
        run creation(1)
    };
    timeout;
    all_accounted()
}
