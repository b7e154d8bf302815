/* SPDX-License-Identifier: MIT */
/* Dynamic programs: as static/shared.h, where nothing of musl's can be called by name. */
#ifndef PTHIN_HOST_MUSL_DYNAMIC_SHARED_H
#define PTHIN_HOST_MUSL_DYNAMIC_SHARED_H

#include <pthread.h>

#include "core/cleanup.h"

/* In the ring of blocks (life.c), where new ones are put in: behind one that stands for no thread, for
   the caller may be a thread of musl's own. */
struct thread *musl_ring_place(void);

/* Lays out TLS and struct musl_thread in an area of musl_libc->tls_size bytes of zeroes, as musl does
   (tls.c). */
struct musl_thread *musl_copy_tls(unsigned char *area);

/* A thread that is leaving gives back what libc keeps for it. It holds the lock of the ring. */
void musl_thread_cleanup(struct musl_thread *m);

/* Cleanup handlers: musl's own list (struct __ptcb of its header). */
static inline void musl_cleanup_push(struct cleanup *c, void (*run)(void *), void *arg)
{
    _pthread_cleanup_push((struct __ptcb *)c, run, arg);
}

static inline void musl_cleanup_pop(struct cleanup *c)
{
    _pthread_cleanup_pop((struct __ptcb *)c, 0);
}

/* A thread has been created: for the statistics. */
void musl_count_thread(void);

#endif
