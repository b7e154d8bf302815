/* SPDX-License-Identifier: MIT */
/* Static programs: musl's members do it, and all threads are the engine's. */
#ifndef PTHIN_HOST_MUSL_STATIC_SHARED_H
#define PTHIN_HOST_MUSL_STATIC_SHARED_H

#include "core/cleanup.h"

/* In the ring of blocks (life.c), where new ones are put in: behind the caller's. */
static inline struct thread *musl_ring_place(void)
{
    return thread_self();
}

/* Lays out TLS and struct musl_thread in an area of musl_libc->tls_size bytes of zeroes. */
static inline struct musl_thread *musl_copy_tls(unsigned char *area)
{
    return __copy_tls(area);
}

/* A thread that is leaving gives back what libc keeps for it. It holds the lock of the ring. */
static inline void musl_thread_cleanup(struct musl_thread *m)
{
    (void)m;
    if (__do_orphaned_stdio_locks)
        __do_orphaned_stdio_locks();
    if (__dl_thread_cleanup)
        __dl_thread_cleanup();
}

/* Cleanup handlers: ours, which thread_unwind runs (core/cleanup.h). */
static inline void musl_cleanup_push(struct cleanup *c, void (*run)(void *), void *arg)
{
    struct thread *t = thread_self();
    *c = (struct cleanup){.run = run, .arg = arg, .next = t->cleanup};
    t->cleanup = c;
}

static inline void musl_cleanup_pop(struct cleanup *c)
{
    thread_self()->cleanup = c->next;
}

/* A thread has been created: for the statistics. */
static inline void musl_count_thread(void) {} /* there are none */

#endif
