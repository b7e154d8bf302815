/* SPDX-License-Identifier: MIT */
/* Dynamic programs: as static/shared.h, where nothing of musl's can be called by name. */
#ifndef PTHIN_HOST_MUSL_DYNAMIC_SHARED_H
#define PTHIN_HOST_MUSL_DYNAMIC_SHARED_H

/* In the ring of blocks (life.c), where new ones are put in: behind one that stands for no thread, for
   the caller may be a thread of musl's own. */
struct thread *musl_ring_place(void);

/* Lays out TLS and struct musl_thread in an area of musl_libc->tls_size bytes of zeroes, as musl does
   (tls.c). */
struct musl_thread *musl_copy_tls(unsigned char *area);

/* A thread that is leaving gives back what libc keeps for it. It holds the lock of the ring. */
void musl_thread_cleanup(struct musl_thread *m);

/* A thread has been created: for the statistics. */
void musl_count_thread(void);

#endif
