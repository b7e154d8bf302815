/* SPDX-License-Identifier: MIT */
/*
 * What this host uses of musl beside the places of reach.h, and what its files share. The members
 * of libc.a call those of our functions that begin with two underscores; they are declared here
 * because no header of musl's does.
 */
#ifndef PTHIN_HOST_MUSL_MUSL_H
#define PTHIN_HOST_MUSL_MUSL_H

#include "host/host.h"

#define MUSL_HIDDEN __attribute__((visibility("hidden")))
/* NULL unless the program brings it in. Not hidden: an address that may be NULL has to come
   from the GOT. */
#define MUSL_WEAK __attribute__((weak))

struct timespec;

#if PTHIN_STATIC

/* ---- libc.a's ---- */

MUSL_HIDDEN struct musl_thread *__copy_tls(unsigned char *area);

/* Hands on the locks of streams that the thread took with flockfile and kept. */
MUSL_WEAK void __do_orphaned_stdio_locks(void);
/* What atexit is made of; there if anything is to be called at the end (at_exit.c). */
MUSL_WEAK int __cxa_atexit(void (*run)(void *), void *arg, void *library);
/* Frees the thread's message of dlerror. */
MUSL_WEAK void __dl_thread_cleanup(void);
/* Registers for membarrier, which is cheap while there is one thread. */
MUSL_WEAK void __membarrier_init(void);

/* ---- Ours, for libc.a's members ---- */

/* fork, membarrier: the lock above, and no thread is being cloned meanwhile. May be taken again by
   its holder. */
PTHIN_EXPORT void __tl_lock(void);
PTHIN_EXPORT void __tl_unlock(void);

/* fork: who is -1 before, 0 after in the parent, 1 after in the child. */
PTHIN_EXPORT void __fork_handler(int who);
PTHIN_EXPORT void __inhibit_ptc(void);
PTHIN_EXPORT void __release_ptc(void);

/* setuid and its like: call function(arg) in every thread, one after the other. */
PTHIN_EXPORT void __synccall(void (*function)(void *), void *arg);

/* All blocking calls. */
PTHIN_EXPORT long __syscall_cp(long nr, long a, long b, long c, long d, long e, long f);

/* Semaphores, aio: sleep while *word is value. A cancellation point. 0 or an errno value. */
PTHIN_EXPORT int __timedwait_cp(const _Atomic uint32_t *word, int value, int clock,
                                const struct timespec *at, int private);

/* Timer threads, between two calls of the program's function. */
PTHIN_EXPORT void __pthread_tsd_run_dtors(void);
PTHIN_EXPORT void __reset_tls(void);

#endif

/* ---- Between the files of this host ---- */

/* Whether struct musl_thread is what layout.h says, as far as a thread can see at any time that has
   not changed its locale nor holds a robust mutex. */
bool musl_thread_fits(const struct musl_thread *m);
/* The same of struct musl_process, with however many threads. */
bool musl_process_fits(const struct musl_process *l);

/* The lock of the ring alone. What is in the ring may not have been cloned yet: its tid is 0. */
void musl_ring_lock(void);
void musl_ring_unlock(void);
/* The caller is about to clone, and holds the lock of the ring, in which the new thread is: the
   lock is freed. It has cloned, or failed. */
void musl_before_clone(struct musl_thread *m);
void musl_after_clone(void);

/* Into the ring of blocks, and out of it. The caller holds the lock. */
void musl_link_block(struct thread *t);
void musl_unlink_block(struct thread *t);

/* In the child of a fork: the ring of blocks has only the caller. */
void musl_blocks_after_fork(void);

/* The calling thread has a new tid: it is the only one of a forked child, or the first. */
void musl_adopt_tid(void);
/* All that static and dynamic programs do alike in the child of a fork, before the program's handlers. */
void musl_after_fork(void);

/* ---- What is done in one way in a static program and in another in a dynamic one ---- */

#if PTHIN_STATIC
#    include "static/shared.h"
#else
#    include "dynamic/shared.h"
#endif

#endif
