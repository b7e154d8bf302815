/* SPDX-License-Identifier: MIT */
/*
 * The kernel's futexes, and what all models share.
 *
 * A sleeper is an entry of asleep[]: the number of the futex (of the bit, for bitset waits) on
 * which thread `me` sleeps. Comparing and going to sleep is one step, as in the kernel. A wake
 * picks any sleeper, so what holds here does not rest on the order in which the kernel wakes. STRAY
 * sleepers in the whole run may wake for nothing: for a wake that was meant for the former life of
 * the memory. They are few because a model in which a sleeper could always wake by itself would
 * never stand still, and standing still is how spin sees a lost wake ("invalid end state").
 *
 * A time that has come (timed) and a request for cancellation end a sleep only if no wake has:
 * so the kernel does it.
 *
 * Each step that reads or writes the object asserts that it is alive; wakes do not: they only
 * need the address. The model sets alive to false in the very step after which the code may no
 * longer touch the object.
 */
#ifndef STRAY
#define STRAY 1
#endif

#define SLEEPERS_MOST 6
#define AWAKE         0

byte asleep[SLEEPERS_MOST];
byte stray = STRAY;
bool alive = true;

/* same: whether the word is as expected. late: becomes true if the time came (only if timed). */
inline futex_wait(me, same, futex, timed, late)
{
    d_step {
        assert(alive);
        late = false;
        if
        :: same -> asleep[me] = futex
        :: else /* EAGAIN */
        fi
    }
    if
    :: asleep[me] == AWAKE
    :: d_step { asleep[me] != AWAKE && timed -> asleep[me] = AWAKE; late = true }
    :: d_step { asleep[me] != AWAKE && stray > 0 -> asleep[me] = AWAKE; stray-- }
    fi
}

inline futex_wake_one(futex, woken)
{
    atomic {
        woken = true;
        if
        :: asleep[0] == futex -> asleep[0] = AWAKE
        :: asleep[1] == futex -> asleep[1] = AWAKE
        :: asleep[2] == futex -> asleep[2] = AWAKE
        :: asleep[3] == futex -> asleep[3] = AWAKE
        :: asleep[4] == futex -> asleep[4] = AWAKE
        :: asleep[5] == futex -> asleep[5] = AWAKE
        :: else -> woken = false
        fi
    }
}

/* Everyone on the futexes first to last. */
inline futex_wake_all(first, last, woken)
{
    d_step {
        woken = false;
        sleeper = 0;
        do
        :: sleeper < SLEEPERS_MOST ->
            if
            :: asleep[sleeper] >= first && asleep[sleeper] <= last ->
                asleep[sleeper] = AWAKE;
                woken = true
            :: else
            fi;
            sleeper++
        :: else -> break
        od;
        sleeper = 0
    }
}
hidden byte sleeper;

/* Atomic operations on a whole word; ok and old are the caller's variables. */
inline compare_exchange(word, from, to)
{
    d_step {
        assert(alive);
        ok = word == from;
        if
        :: ok -> word = to
        :: else
        fi
    }
}

inline exchange(word, to)
{
    d_step { assert(alive); old = word; word = to }
}
