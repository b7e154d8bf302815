/* SPDX-License-Identifier: MIT */
/*
 * What the engine needs from the world around it: one short interface with an implementation
 * per host (none, musl, glibc), each in a folder of its own. src/core reaches a libc only
 * through this file.
 *
 * Each host's host_config.h gives the constants and the inline functions:
 *   HOST_KEYS_MAX              keys per process, as the host's limits.h says
 *   HOST_STACK_MIN             PTHREAD_STACK_MIN, bytes
 *   HOST_STACK_MOST            what pthread_attr_setstacksize takes at most, bytes
 *   HOST_GUARD_MOST            and pthread_attr_setguardsize
 *   HOST_GETATTR_SCHED         1: pthread_getattr_np tells whether scheduling was explicit
 *   HOST_GUARD_SIZE            default guard size, bytes
 *   HOST_CLONE_BLOCKS_SIGNALS  1: no signal may be handled from host_tcb_place or _init up to
 *                              host_clone_end
 *   HOST_OPEN_SIGNALS          signals that are never blocked while a thread may wait for a lock
 *                              of the host: the lock's holder may wait for their handler
 *   HOST_HAS_DEFAULT_STACK     1: the libc knows the default stack size (host_default_stack_size);
 *                              0: it is RLIMIT_STACK's at the program's start (core/attr.c)
 *   HOST_HAS_FOREIGN           1: threads that are not the engine's exist
 *   HOST_LEAK_CHECKERS         1: some have to be told where the program's pointers are
 *   HOST_LIBC_SHARED           1: locks between processes are in the libc's format (libc_shared.h)
 *   HOST_RING                  1: all threads form a ring by t->next; in the child of a fork that of
 *                              the threads that vanished leads to the caller (block.c). 0: the
 *                              host gives their stacks back itself
 *   HOST_OWN_CANCEL            1: the engine's cancellation (core/cancel.c); 0: the libc's
 *   HOST_CANCEL_SIGNAL         the signal that interrupts a thread to cancel it
 *   HOST_RESERVED_SIGNALS      signals that programs may neither block nor send
 *   host_self_handle()         the caller's pthread_t
 *   host_self_tid()            the caller's tid, right even in the child of a fork
 *   host_single_threaded()     the process has never had a second thread, whoever made it
 *   host_exit_word(t)          the word the kernel clears when t is gone
 *   host_cancel_flag(t)        not 0 once t has been asked to end (HOST_OWN_CANCEL)
 *   host_tid(t)                t's tid, for the caller of thread_pin
 *   host_robust_registered()   the robust list head registered with the kernel for the caller; NULL
 *                              if none is, and then host_robust_head registers one
 */
#ifndef PTHIN_HOST_H
#define PTHIN_HOST_H

#include "core/thread.h"
#include "host_config.h"

/* pthread_t <-> metadata block: the same distance in every thread. */
static inline struct thread *thread_of(uintptr_t handle)
{
    return (struct thread *)(handle + ((uintptr_t)thread_self() - host_self_handle()));
}

static inline uintptr_t handle_of(const struct thread *t)
{
    return (uintptr_t)t - ((uintptr_t)thread_self() - host_self_handle());
}

/* ---- The process ---- */

size_t host_page_size(void);

/* An entry of the auxiliary vector, 0 if there is none. */
uintptr_t host_auxval(unsigned long type);

/*
 * Called before every create; must be quick from the second call on. The first makes libc
 * ready for threads. EAGAIN: try again later. ENOSYS: the engine cannot work here, the
 * libc's own threads are to be used (host_foreign_create).
 */
int host_start(void);

/* exit(3). */
_Noreturn void host_exit_process(int status);

/* ---- Memory of a thread: TLS and TCB ---- */

/* Bytes to leave above each stack for TLS and TCB; 0 if the host keeps them elsewhere. */
size_t host_tls_size(void);

/*
 * Where the block of a thread lies whose TLS+TCB area is at area (host_tls_size() bytes).
 * Where the host keeps the areas itself, area is NULL and the host finds a free one; NULL if
 * there is no memory.
 */
struct thread *host_tcb_place(char *area);

/* The area may be used for another thread: its thread is gone or was never started. */
void host_tcb_release(struct thread *t);

/*
 * Makes a new TCB and new TLS for t, with the metadata block zeroed. reused: the area was
 * another thread's; else it is zero. 0 or EAGAIN. From here to host_clone_begin the engine
 * only fills in the block.
 */
int host_tcb_init(struct thread *t, const struct stack *stack, bool reused);

/* Undoes host_tcb_init for a thread that was not started. */
void host_tcb_fini(struct thread *t);

/* ---- The life of a thread ---- */

/* Around clone, in the creator. tid: what clone returned. */
void host_clone_begin(struct thread *t);
void host_clone_end(struct thread *t, long tid);

/* What clone gets as parent tid word, and as the new thread pointer. */
_Atomic uint32_t *host_parent_tid_word(struct thread *t);
uintptr_t host_tls_pointer(struct thread *t);

/* First steps of the new thread, signals as the creator left them. */
void host_thread_enter(struct thread *t);

/* Runs t->start(t->arg), or comes back when the thread unwinds; the result is returned. A host
   may instead end the thread itself, by thread_exit. */
void *host_thread_run(struct thread *t);

/* pthread_exit: unwinds to host_thread_run or ends the thread directly. */
_Noreturn void host_thread_unwind(struct thread *t);

/* The start routine is over: cancellation must not hit the rest. */
void host_exit_begin(struct thread *t);

/* Destructors of the libc's or the language's own thread-local objects. */
void host_run_destructors(struct thread *t);

/* The caller's first at_exit: has run(NULL) called when it ends the process, or ends without
   passing through thread_exit. False: no memory. */
bool host_at_exit(void (*run)(void *));

/*
 * Takes the thread out of the process's libc: after this no libc function is called, all
 * signals are blocked and the thread is on no list. If it is the last thread, it ends the
 * process by exit(0) and does not return.
 */
void host_thread_leave(struct thread *t);

/* ---- All threads ---- */

/* Calls visit for every thread of the process, in an unspecified order, while none can come or
   go. visit must not block. */
void host_each_thread(void (*visit)(struct thread *, void *), void *arg);

/* No thread comes or goes between these; signals are blocked, saved in *mask. */
void host_threads_lock(ksigset *mask);
void host_threads_unlock(const ksigset *mask);

/* ---- Odds and ends ---- */

#if HOST_LEAK_CHECKERS
/* Leak checkers are to look for the program's pointers there, from now on or no longer; the same
   piece in both. */
void host_root_add(const void *p, size_t size);
void host_root_remove(const void *p, size_t size);
#else
static inline void host_root_add(const void *p, size_t size)
{
    (void)p, (void)size;
}
static inline void host_root_remove(const void *p, size_t size)
{
    (void)p, (void)size;
}
#endif

/* The caller's thread-local data of a module at an offset from its beginning; NULL: no such
   module. */
void *host_tls_address(size_t module, size_t offset);

/* A variable of the program's environment, or NULL. */
const char *host_environment(const char *name);

/* Has run(arg) called by exit. False: no memory. */
bool host_at_process_exit(void (*run)(void *), void *arg);

/* The program may have signal handlers that are to interrupt calls (no SA_RESTART). If not, a wait
   with a time that comes back with -EINTR goes on: the kernel restarts only those without. */
bool host_may_interrupt(void);
/* The caller is about to install such a handler, past the host's own sigaction. */
void host_will_interrupt(void);

/* The robust list head registered with the kernel for the caller; registers one if need be. */
struct robust_head *host_robust_head(void);

#if HOST_HAS_DEFAULT_STACK
/* Bytes of stack that the libc gives a thread by default. */
size_t host_default_stack_size(void);
#endif

#if HOST_HAS_FOREIGN
/* The libc's own functions, for threads that are its own. */
int host_foreign_create(uintptr_t *handle, const void *attr, void *(*start)(void *), void *arg);
int host_foreign_join(uintptr_t handle, void **result);
int host_foreign_tryjoin(uintptr_t handle, void **result);
int host_foreign_clockjoin(uintptr_t handle, void **result, int clock, const void *timespec);
int host_foreign_detach(uintptr_t handle);
int host_foreign_kill(uintptr_t handle, int sig);
/* tid of a foreign thread, or 0 when it cannot be told. */
int host_foreign_tid(uintptr_t handle);
int host_foreign_stack(uintptr_t handle, struct stack *stack, bool *detached);
/* Frees what the libc put behind a pthread_attr_t. */
void host_foreign_attr_destroy(void *attr);
/* The caller set its first key value: have keys_run_destructors called at its end. */
int host_foreign_keys(void);
#endif

#endif
