/* SPDX-License-Identifier: MIT */
/*
 * Where a thread's static TLS and descriptor lie. Areas are never given back: libc keeps things
 * per thread that it frees only in threads of its own, so the next thread that uses an area
 * inherits them. There are as many areas as there were threads at one time.
 */
#ifndef PTHIN_GLIBC_AREA_H
#define PTHIN_GLIBC_AREA_H

#include "core/thread.h"

/*
 * Beside the descriptor.
 *
 * settled: libc's data in the area is at rest: no thread is being made, running or leaving
 * libc there. What a fork's child finds in an area that is not settled is a snapshot of
 * unfinished work.
 */
struct area {
    struct area *next;   /* in the queue of free ones */
    const void *dtv;     /* the block that malloc gave for it: leak checkers look for its beginning,
                            to which glibc has no pointer */
    uint32_t generation; /* fork_generation when it was last made ready */
    bool in_use;         /* not in the queue */
    bool settled;
    bool has_dtv;
    bool tls_made; /* by us, before: malloc's words are worth keeping */
};

/* An area whose former thread is gone, or a new one, which is zero; NULL: no memory. The
   program's signals are blocked. */
struct area *area_take(void);

/* Its thread may still be on its way out: it is used again when the exit word is 0. */
void area_give(struct area *area);

/* The area and the struct pthread in it. */
uintptr_t area_handle(const struct area *area);
struct area *area_of(uintptr_t handle);

/* In the child of a fork: the areas of threads that are gone become free when one is needed. */
void area_after_fork(void);

#endif
