/* SPDX-License-Identifier: MIT */
/*
 * The read-write lock. Writers are alone, no wake is lost, also when some who wait give up, and it
 * may be destroyed in the moment when the last releasing step is done.
 *
 *   in the model   in the code
 *   read           rwlock_read.c: take(), wait(), pthread_rwlock_rdlock_slow()
 *   forget         rwlock.c: rwlock_left_to_dead()
 *   write          rwlock_write.c: take(), wait(), give_up(), pthread_rwlock_wrlock_slow()
 *   unlock_read, unlock_write, wake_writer    pthread_rwlock_unlock.c
 *
 * Loops that end with a compare-exchange of a value computed from the one loaded are one step. The
 * kernel compares READERS, READERS_SLEEP, WRITTEN and FORGOTTEN. Nobody has a real-time priority
 * (ranks are 0), and there are no forks; two steps are needed only with ranks: that a woken reader
 * wakes a writer, and that nobody gives up a free lock.
 *
 * KIND: 0 a reader waits for writers when it is their turn, and when it finds the lock free,
 * unless it holds a read lock (the first reader takes the lock twice); 2 always; 3 never. Turns go
 * by the clock, so here it is theirs at any time. That a reader's patience ends, after at most 16 ms,
 * would hide that it sleeps for ever, so of that is here what is needed: it is one of the reasons
 * for which a reader with a time may stop waiting for writers; and with DEPENDS, where the first
 * reader keeps the lock until the second has had it, all may that went to sleep when no writer had
 * the lock, and no others: those others nobody may leave behind.
 *
 * SHARED: between processes, where the second writer may be killed while it waits. Readers look
 * again when time has passed, which is here when nothing else goes on, one once before; but not for
 * ever: then they have forgotten the dead, if there is nobody else whom they wait for.
 *   check: -DKIND=0
 *   check: -DKIND=0 -DDEPENDS
 *   check: -DKIND=3
 *   check: -DSHARED
 *   check: -DSHARED -DKIND=0
 */
#define STRAY 0 /* whoever wakes looks at the state again */
#include "futex.pml"

#ifdef BUG_FIRST_READER_LEAVES_THE_OTHERS
#define KIND 0
#define DEPENDS
#endif
#ifdef BUG_DEAD_WRITERS_COUNT
#define SHARED
#endif
#ifdef BUG_FORGOTTEN_WRITERS_ARE_NOT_WOKEN
#define SHARED
#endif
#ifdef BUG_FORGOTTEN_WRITERS_TAKE_THEMSELVES_OFF
#define SHARED
#endif
#ifdef SHARED
#define TIMED  false /* the first reader may have a time */
#define LOOKS  (2 - me) /* of a reader */
#define MORTAL (me == 3)
#else
#define TIMED  true
#define LOOKS  0
#define MORTAL false
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

/* rwlock.word, that changes as one */
byte readers, writers;
bool readers_sleep, written;
byte forgotten; /* FORGOTTEN, or FORK */

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
#define is_same (readers == seen_readers && written == seen_written && forgotten == seen_forgotten)

/* rwlock_left_to_dead, having found no writer to wake */
inline forget()
{
    d_step {
        assert(alive);
        ok = is_same && readers_sleep == seen_sleep && writers == seen_writers;
        if
        :: ok -> writers = 0; readers_sleep = false; forgotten++
        :: else
        fi
    };
    if
    :: ok ->
#ifdef BUG_FORGOTTEN_WRITERS_ARE_NOT_WOKEN
        futex_wake_all(READER, READER, ok)
#else
        futex_wake_all(READER, WRITER, ok)
#endif
    :: else
    fi
}

inline see()
{
    seen_readers = readers;
    seen_written = written;
    seen_sleep = readers_sleep;
    seen_forgotten = forgotten
}

inline unsee()
{
    seen_readers = 0;
    seen_written = false;
    seen_sleep = false;
    seen_forgotten = 0
}

/* held: read locks that the caller has. late: in the end, that its time came. */
inline read(held)
{
    woken = false;
    late = false;
    in_vain = false;
look:
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
            :: else -> see(); seen_writers = writers
            fi
        };
        if
        :: ok && turn -> futex_wake_all(READER, READER, ok); break
        :: ok && !turn -> break
        :: else
        fi;
        if
        :: woken && !seen_written && (seen_readers == 0 || in_vain) ->
            futex_wake_one(WRITER, ok);
#ifdef SHARED
#ifndef BUG_DEAD_WRITERS_COUNT
            if
            :: !ok -> forget(); in_vain = false; goto look
            :: !ok && !in_vain /* one came to it lately */
            :: ok
            fi
#endif
#endif
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
            ok = is_same && (written || writers > 0);
            if
            :: ok -> readers_sleep = true
            :: else -> ok = seen_sleep
            fi
        };
#endif
        if
        :: ok ->
            in_vain = false;
            d_step {
                assert(alive);
                if
                :: is_same && readers_sleep -> asleep[me] = READER
                :: else
                fi
            }
            if
            :: asleep[me] == AWAKE
            :: d_step {
                   asleep[me] != AWAKE && (timed || PATIENT) ->
                   asleep[me] = AWAKE;
                   if
                   :: KIND == 0 -> timed = false; impatient = true
                   :: else -> late = true
                   fi
               }
            :: d_step {
                   asleep[me] != AWAKE && looks > 0 && (timeout || looks == 2) ->
                   asleep[me] = AWAKE;
                   looks--;
                   in_vain = true;
                   impatient = KIND == 0
               }
            fi;
            if
            :: late -> break
            :: else
            fi
        :: else
        fi
    od;
    atomic { woken = false; turn = false; ok = false; in_vain = false; seen_writers = 0; unsee() }
}

/* sleep: READERS_SLEEP is set. */
inline wake_writer(sleep)
{
    futex_wake_one(WRITER, ok);
#ifdef SHARED
    if
    :: !ok && sleep -> futex_wake_all(READER, READER, ok)
    :: else
    fi
#endif
}

inline unlock_read(last)
{
    d_step {
        assert(alive && readers > 0 && !written);
        ok = writers > 0 && readers == 1;
        seen_sleep = readers_sleep;
        readers--;
        reading--;
        if
        :: last -> last_use()
        :: else
        fi
    };
#ifndef BUG_LAST_READER_WAKES_NOBODY
    if
    :: ok -> wake_writer(seen_sleep)
    :: else
    fi;
#endif
    d_step { ok = false; seen_sleep = false }
}

#ifdef BUG_FORGOTTEN_WRITERS_TAKE_THEMSELVES_OFF
#define is_counted counted
#else
#define is_counted (counted && writers > 0 && forgotten == mine)
#endif

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
                :: is_counted -> writers--
                :: else
                fi;
                writing++;
                assert(writing == 1 && reading == 0)
            :: else -> see(); counted = is_counted
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
                ok = is_same;
                if
                :: ok -> writers++; counted = true; mine = forgotten; seen_sleep = readers_sleep
                :: else
                fi
            }
        fi;
        if
        :: MORTAL && counted -> goto killed
        :: skip
        fi;
        if
        :: ok ->
            d_step {
                assert(alive);
                if
                :: is_same && readers_sleep == seen_sleep -> asleep[me] = WRITER
                :: else
                fi
            }
            if
            :: asleep[me] == AWAKE
            :: d_step { asleep[me] != AWAKE && timed -> asleep[me] = AWAKE; late = true }
            :: d_step { asleep[me] != AWAKE && MORTAL -> asleep[me] = AWAKE }; goto killed
            fi;
            if
            :: late -> /* give_up */
                d_step {
                    assert(alive);
                    ok = !is_free;
                    if
                    :: ok ->
                        if
                        :: is_counted -> writers--
                        :: else
                        fi;
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
        mine = 0;
        unsee()
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
        seen_sleep = readers_sleep;
#ifndef BUG_MARK_OF_READERS_STAYS
        if
        :: wake -> readers_sleep = false; seen_sleep = false
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
    :: counted && !ok -> wake_writer(seen_sleep)
    :: else
    fi;
    d_step { wake = false; counted = false; ok = false; seen_sleep = false }
}

/* One reader and one writer may have a time; with SHARED, where readers look anyway, the writer. */
proctype reader(byte me; bool may_give_up)
{
    byte seen_readers, seen_writers, seen_forgotten, looks = LOOKS;
    bool ok, woken, turn, late, in_vain, impatient, seen_written, seen_sleep, timed;
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
    byte seen_readers, seen_forgotten, mine;
    bool ok, late, counted, wake, seen_written, seen_sleep, timed;
    if
    :: timed = may_give_up
    :: timed = false
    fi;
    write();
    if
    :: late -> goto killed
    :: else -> unlock_write(); goto out
    fi;
killed:
    atomic { last_use() };
out:
    skip
}

init
{
    atomic {
        run reader(0, TIMED);
        run reader(1, false);
        run writer(2, true);
        run writer(3, false)
    }
}
