/* SPDX-License-Identifier: MIT */
/*
 * How musl's insides are reached. In a static program they are symbols of libc.a, which hides them
 * from nobody but shared libraries. A dynamic musl shows none of them: they are found when the
 * library is loaded (dynamic/reach.c), and until then, or where that fails, musl_is_known is false
 * and musl_libc is a stand-in that says nothing but that there may be several threads, and the lock
 * one of our own.
 */
#ifndef PTHIN_HOST_MUSL_REACH_H
#define PTHIN_HOST_MUSL_REACH_H

#include "core/futex.h"
#include "layout.h"

#if PTHIN_STATIC

/* libc.a's: the process, and the lock of the ring of threads: 0, or the tid of the holder. _Fork
   frees it (list.c). */
extern PTHIN_HIDDEN struct musl_process __libc;
extern PTHIN_HIDDEN _Atomic uint32_t __thread_list_lock;

/* Threads that may sleep on it. All who take it are ours. */
extern PTHIN_HIDDEN _Atomic uint32_t musl_sleepers;

#    define musl_is_known      1
#    define musl_ring_is_known 1
#    define musl_libc          (&__libc)
#    define musl_list_lock     (&__thread_list_lock)
#    define musl_list_waiters  (&musl_sleepers)
#    define MUSL_LIST_SCOPE    FUTEX_THREADS
#    define MUSL_LIST_PATIENCE NULL

#else

/* The same places in libc.so. There musl takes the lock, too, counts those that may sleep as we do,
   and wakes them as if they were of other processes. */
struct musl_places {
    bool known;      /* the descriptors of threads and the process */
    bool ring_known; /* and the lock, without which the ring of threads is not to be looked at */
    struct musl_process *libc;
    _Atomic uint32_t *list_lock, *list_waiters;
    /* Up to the self-check, which finds list_waiters, nobody is told that we sleep: then this is a
       time that has passed, and we look again and again. NULL from then on. */
    const struct deadline *patience;
};
extern PTHIN_HIDDEN struct musl_places musl_places;

#    define musl_is_known      (musl_places.known)
#    define musl_ring_is_known (musl_places.ring_known)
#    define musl_libc          (musl_places.libc)
#    define musl_list_lock     (musl_places.list_lock)
#    define musl_list_waiters  (musl_places.list_waiters)
#    define MUSL_LIST_SCOPE    FUTEX_PROCESSES
#    define MUSL_LIST_PATIENCE (musl_places.patience)

#endif
#endif
