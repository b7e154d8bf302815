/* SPDX-License-Identifier: MIT */
/*
 * The robust mutex, whose users may die between any two steps. At most one thread has it; whoever
 * gets it after an owner died inside is told so; the others come on, also when a thread dies that
 * was about to wake them, or had just been woken.
 *
 *   in the model   in the code
 *   lock           robust_lock() and robust_acquired() in src/pthread/mutex/mutex_robust.c
 *   useless        release_useless()
 *   unlock         robust_unlock() and robust_releasing()
 *   dead           what Linux does at a thread's exit (exit_robust_list, handle_futex_death), and
 *                  for a detached one robust_release_all() in src/core/robust.c
 *
 * One thing is left out, for which the kernel's protocol has no remedy (glibc's mutexes have the
 * same gap): a thread that released the word and dies before it wakes a sleeper, or that was woken
 * and dies before it takes the word, while a third, that never slept, takes the word without
 * ROBUST_WAITERS. The kernel then finds an owner that is not the dead thread, and wakes nobody. In
 * this model a thread that dies behind its release has the kernel's wake at any rate, and there
 * are not enough threads for the other case.
 *
 * A load and the compare-exchange of what follows from it are one step.
 */
#define STRAY 0 /* whoever wakes looks at the word again */
#include "futex.pml"

#define THREADS 3
#define WORD    1 /* the futex */

/* mutex.word: the owner's tid or 0, ROBUST_OWNER_DIED, ROBUST_WAITERS */
byte owner;
bool died, waiters;
/* mutex.owner, as far as it is not a tid */
#define USABLE          0
#define INCONSISTENT    1
#define NOT_RECOVERABLE 2
byte condition;
/* The robust list, and the head's pending */
bool listed[THREADS], pending[THREADS];

byte deaths = 2;
byte inside; /* ghost: threads that have it */
bool dirty;  /* ghost: the data is half changed */

#define MAY_DIE                                                                                    \
    if                                                                                             \
    :: atomic { deaths > 0 -> deaths-- }; goto dead                                                \
    :: skip                                                                                        \
    fi

/* Releases the word, or releases it and dies then: see above. */
#define RELEASE_OR_DIE(also)                                                                       \
    if                                                                                             \
    :: d_step { also; owner = 0; died = false; waiters = false }                                   \
    :: atomic { deaths > 0 -> deaths--; owner = 0; died = false; waiters = false };                \
        goto dead_after_release                                                                    \
    fi

inline set_pending(value)
{
    pending[me] = value
}

proctype thread(byte me; bool timed)
{
    byte seen;
    bool late, was_dead, waited, wake, all;
#ifndef BUG_LOCK_WITHOUT_PENDING
    set_pending(true);
#endif
lock:
    MAY_DIE;
    atomic {
        if
        :: owner == 0 ->
            owner = me + 1;
            was_dead = died;
            died = false;
#ifndef BUG_SLEEPER_FORGETS_THE_OTHERS
            waiters = waiters || waited;
#endif
            goto locked
        :: else -> skip
        fi
    };
    if
    :: condition == NOT_RECOVERABLE -> set_pending(false); goto out
    :: else
    fi;
    atomic {
        if
        :: owner == 0 -> goto lock
        :: else ->
            waiters = true;
            seen = owner
        fi
    };
    MAY_DIE;
    futex_wait(me, owner == seen && waiters, WORD, (timed || deaths > 0), late);
    seen = 0;
    if
    :: late && timed -> set_pending(false); goto out
    :: late && deaths > 0 -> deaths--; goto dead
    :: late && deaths == 0 && !timed /* another died first */
    :: !late
    fi;
    waited = true;
    goto lock;
locked:
    waited = false;
    MAY_DIE;
    if
    :: condition == NOT_RECOVERABLE -> /* useless */
        RELEASE_OR_DIE(wake = false);
        futex_wake_all(WORD, WORD, wake);
        MAY_DIE;
        set_pending(false);
        goto out
    :: else
    fi;
    if
    :: was_dead -> condition = INCONSISTENT
    :: else -> condition = USABLE
    fi;
    listed[me] = true;
    MAY_DIE;
    set_pending(false);

    d_step { inside++; assert(inside == 1 && (!dirty || was_dead)) };
    if
    :: was_dead -> /* pthread_mutex_consistent, or not */
        if
        :: condition = USABLE; dirty = false
        :: skip
        fi
    :: else
    fi;
    if
    :: condition == USABLE ->
        dirty = true;
        if
        :: atomic { deaths > 0 -> deaths--; inside-- }; goto dead
        :: skip
        fi;
        dirty = false
    :: else
    fi;

    /* unlock */
    d_step {
        inside--;
        was_dead = false;
        all = condition == INCONSISTENT;
        if
        :: all -> condition = NOT_RECOVERABLE
        :: else
        fi
    };
    MAY_DIE;
#ifndef BUG_UNLOCK_WITHOUT_PENDING
    set_pending(true);
#endif
    MAY_DIE;
    listed[me] = false;
    MAY_DIE;
    RELEASE_OR_DIE(wake = waiters);
    if
    :: wake && all -> futex_wake_all(WORD, WORD, wake)
    :: wake && !all -> futex_wake_one(WORD, wake)
    :: else
    fi;
    MAY_DIE;
    set_pending(false);
    goto out;

dead_after_release:
    if
    :: pending[me] -> futex_wake_one(WORD, wake)
    :: else
    fi;
    goto out;
dead:
    if
    :: listed[me] || pending[me] ->
        atomic {
            wake = false;
            if
            :: owner == me + 1 -> owner = 0; died = true; wake = waiters
            :: owner == 0 && pending[me] -> wake = true /* it may have taken a wake with it */
            :: else
            fi
        };
        if
        :: wake -> futex_wake_one(WORD, wake)
        :: else
        fi
    :: else
    fi;
out:
    atomic { wake = false; all = false; late = false; waited = false; was_dead = false; seen = 0 }
}

init
{
    atomic { run thread(0, false); run thread(1, false); run thread(2, true) }
}
