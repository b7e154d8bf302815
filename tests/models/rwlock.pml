/* SPDX-License-Identifier: MIT */
/*
 * The read-write lock. Writers are alone, no wake is lost, also when some who wait give up, and it
 * may be destroyed in the moment when the last releasing step is done.
 *
 *   in the model   in the code
 *   read           pthread_rwlock_rdlock.c: take(), wait(), lock_slow()
 *   write          pthread_rwlock_wrlock.c: take(), wait(), give_up(), lock_slow()
 *   unlock_read, unlock_write    pthread_rwlock_unlock.c
 *
 * Loops that end with a compare-exchange of a value computed from the one loaded are one step. The
 * kernel compares READERS, READERS_SLEEP and WRITTEN only: it also looks at six bits of WRITERS,
 * but of 64 more or fewer it knows nothing. Nobody has a real-time priority (ranks are 0), and
 * there are no forks; two steps are needed only with ranks: that a woken reader wakes a writer, and
 * that nobody gives up a free lock.
 *
 * KIND: 0 a reader waits for writers when it is their turn (at any time) unless it holds a read lock
 * (the first reader takes the lock twice), 2 always, 3 never. That a reader's patience ends would
 * hide that it sleeps for ever, so of that is here what is needed: it is one of the reasons for
 * which a reader with a time may stop waiting for writers; and with DEPENDS, where the first reader
 * keeps the lock until the second has had it, all may that went to sleep when no writer had the
 * lock, and no others: those others nobody may leave behind.
 *   check: -DKIND=0
 *   check: -DKIND=0 -DDEPENDS
 *   check: -DKIND=3
 */
#define STRAY 0 /* whoever wakes looks at the state again */
#include "futex.pml"

#ifdef BUG_FIRST_READER_LEAVES_THE_OTHERS
#define KIND 0
#define DEPENDS
#endif
#ifndef KIND
#define KIND 2
#endif
#ifdef DEPENDS
#define PATIENT !seen_written
#else
#define PATIENT false
#endif
#define READER 1 /* the futexes: the two bits */
#define WRITER 2

/* rwlock.state, that changes as one */
byte readers, writers;
bool readers_sleep, written;

byte reading, writing; /* ghosts */
byte uses = 4;         /* threads whose last step is still to come */
bool second_was_in;    /* with DEPENDS */

inline last_use()
{
    uses--;
    if
    :: uses == 0 -> alive = false
    :: else
    fi
}

#define is_free (readers == 0 && !written)

/* held: read locks that the caller has. late: in the end, that its time came. */
inline read(held)
{
    woken = false;
    late = false;
    do
    ::
        if
        :: KIND == 0 -> turn = true
        :: turn = false
        fi;
        d_step { /* take */
            assert(alive);
            ok = !written && (writers == 0 || KIND == 3 ||
                              (KIND == 0 && (held > 0 || impatient || (turn && readers > 0))));
            turn = false;
            if
            :: ok ->
#ifndef BUG_FIRST_READER_LEAVES_THE_OTHERS
                if
                :: readers == 0 && readers_sleep -> readers_sleep = false; turn = true /* wakes */
                :: else
                fi;
#endif
                readers++;
                reading++;
                assert(writing == 0)
            :: else -> seen_readers = readers; seen_written = written; seen_sleep = readers_sleep
            fi
        };
        if
        :: ok && turn -> futex_wake_all(READER, READER, ok); break
        :: ok && !turn -> break
        :: else
        fi;
        if
        :: woken && seen_readers == 0 && !seen_written -> futex_wake_one(WRITER, ok)
        :: else
        fi;
        woken = true;
        /* wait: marks what it has seen, unless it has the mark. The code wants WRITERS to be the
           same as well; here it is enough that there are some. */
#ifdef BUG_READER_MARKS_ANY_STATE
        d_step { assert(alive); readers_sleep = true; ok = true };
#else
        d_step {
            assert(alive);
            ok = readers == seen_readers && written == seen_written && (written || writers > 0);
            if
            :: ok -> readers_sleep = true
            :: else -> ok = seen_sleep
            fi
        };
#endif
        if
        :: ok ->
            futex_wait(me, readers == seen_readers && written == seen_written && readers_sleep,
                       READER, timed || PATIENT, late);
            if
            :: late && KIND == 0 -> late = false; timed = false; impatient = true
            :: late && KIND != 0 -> break
            :: else
            fi
        :: else
        fi
    od;
    atomic { woken = false; turn = false; ok = false; seen_readers = 0; seen_written = false; seen_sleep = false }
}

inline unlock_read(last)
{
    d_step {
        assert(alive && readers > 0 && !written);
        ok = writers > 0 && readers == 1;
        readers--;
        reading--;
        if
        :: last -> last_use()
        :: else
        fi
    };
#ifndef BUG_LAST_READER_WAKES_NOBODY
    if
    :: ok -> futex_wake_one(WRITER, ok)
    :: else
    fi;
#endif
    ok = false
}

/* late: it gave up. */
inline write()
{
    counted = false;
    late = false;
    do
    ::
        d_step { /* take */
            assert(alive);
            ok = is_free;
            if
            :: ok ->
                written = true;
                if
                :: counted -> writers--
                :: else
                fi;
                writing++;
                assert(writing == 1 && reading == 0)
            :: else -> seen_readers = readers; seen_written = written; seen_sleep = readers_sleep
            fi
        };
        if
        :: ok -> assert(alive); break /* owner is set */
        :: else
        fi;
        if
        :: counted -> ok = true
        :: else ->
            d_step { /* wait: adds itself */
                assert(alive);
                ok = readers == seen_readers && written == seen_written;
                if
                :: ok -> writers++; counted = true; seen_sleep = readers_sleep
                :: else
                fi
            }
        fi;
        if
        :: ok ->
            futex_wait(me, readers == seen_readers && written == seen_written &&
                           readers_sleep == seen_sleep, WRITER, timed, late);
            if
            :: late -> /* give_up */
                d_step {
                    assert(alive);
                    ok = !is_free;
                    if
                    :: ok ->
                        writers--;
#ifdef BUG_GIVING_UP_FORGETS_READERS
                        wake = false
#else
                        wake = readers_sleep && !written && writers == 0;
                        if
                        :: wake -> readers_sleep = false
                        :: else
                        fi
#endif
                    :: else -> late = false
                    fi
                };
                if
                :: ok && wake -> futex_wake_all(READER, READER, ok); break
                :: ok && !wake -> break
                :: else
                fi
            :: else
            fi
        :: else
        fi
    od;
    atomic {
        ok = false;
        wake = false;
        counted = false;
        seen_readers = 0;
        seen_written = false;
        seen_sleep = false
    }
}

inline unlock_write()
{
    assert(alive); /* sharing is read, owner set */
    d_step {
        assert(alive && written);
        written = false;
        writing--;
        wake = readers_sleep && (writers == 0 || KIND == 3);
        counted = writers > 0;
#ifndef BUG_MARK_OF_READERS_STAYS
        if
        :: wake -> readers_sleep = false
        :: else
        fi;
#endif
        last_use()
    };
#ifdef BUG_SHARING_IS_READ_AFTER_THE_RELEASE
    assert(alive);
#endif
    ok = false;
    if
    :: wake -> futex_wake_all(READER, READER, ok)
    :: else
    fi;
    if
    :: counted && !ok -> futex_wake_one(WRITER, ok)
    :: else
    fi;
    d_step { wake = false; counted = false; ok = false }
}

/* One reader and one writer may have a time. */
proctype reader(byte me; bool may_give_up)
{
    byte seen_readers;
    bool ok, woken, turn, late, impatient, seen_written, seen_sleep, timed;
    if
    :: timed = may_give_up
    :: timed = false
    fi;
    read(0);
    if
    :: late -> d_step { last_use() }; goto out
    :: else
    fi;
#ifdef DEPENDS
    if
    :: me == 0 -> second_was_in
    :: else -> second_was_in = true
    fi;
#endif
    if
    :: may_give_up && KIND == 0 /* takes the lock twice */ ->
        read(1);
        unlock_read(false)
    :: else
    fi;
    unlock_read(true);
out:
    skip
}

proctype writer(byte me; bool may_give_up)
{
    byte seen_readers;
    bool ok, late, counted, wake, seen_written, seen_sleep, timed;
    if
    :: timed = may_give_up
    :: timed = false
    fi;
    write();
    if
    :: late -> d_step { last_use() }
    :: else -> unlock_write()
    fi
}

init
{
    atomic {
        run reader(0, true);
        run reader(1, false);
        run writer(2, true);
        run writer(3, false)
    }
}
