/* SPDX-License-Identifier: MIT */
/*
 * What the engine needs from the world around it. Each host (none, musl, glibc) implements it in a
 * folder of its own, and src/core reaches a libc only through this file. Here stands what each
 * piece does; docs/hosts.md says who calls it, in which order, with which locks held and with which
 * signals blocked.
 *
 * Each host's host_config.h gives the constants and the inline functions:
 *   HOST_KEYS_MAX              keys per process, as the host's limits.h says
 *   HOST_STACK_MIN             PTHREAD_STACK_MIN, bytes
 *   HOST_STACK_MOST            what pthread_attr_setstacksize takes at most, bytes
 *   HOST_GUARD_MOST            and pthread_attr_setguardsize
 *   HOST_GETATTR_SCHED         1: pthread_getattr_np tells whether scheduling was explicit
 *   HOST_GUARD_SIZE            default guard size, bytes
 *   HOST_CLONE_BLOCKS_SIGNALS  1: the creator blocks signals from before host_tcb_place until after
 *                              host_clone_end
 *   HOST_OPEN_SIGNALS          signals that stay open where all others are blocked: a thread may
 *                              wait there for a lock of the libc, whose holder may wait until every
 *                              thread has handled one of these signals
 *   HOST_HAS_DEFAULT_STACK     1: the libc knows the default stack size (host_default_stack_size);
 *                              0: it is RLIMIT_STACK's at the program's start (core/attr.c)
 *   HOST_HAS_FOREIGN           1: threads that are not the engine's exist
 *   HOST_LEAK_CHECKERS         1: leak checkers have to be told where the program's pointers are
 *   HOST_LIBC_SHARED           1: locks between processes are in the libc's format (libc_shared.h)
 *   HOST_LIBC_DROPS_BARRIERS   1: the libc itself leaves a barrier in a frame of its own, and does not
 *                              destroy it, when pthread_barrier_wait has returned to that frame
 *   HOST_RING                  1: all threads form a ring by t->next. In the child of a fork it
 *                              leads along the parent's threads to the caller, and the engine
 *                              gives their stacks back (block.c). 0: the host gives them back
 *   HOST_OWN_CANCEL            1: the engine's cancellation (core/cancel.c); 0: the libc's
 *   HOST_CANCEL_MASKED         1: programs may mask cancellation, as on musl: a thread that is cancelled
 *                              in a wait for a condition or a semaphore gets ECANCELED
 *   HOST_CANCEL_SIGNAL         the signal that interrupts a thread to cancel it
 *   HOST_RESERVED_SIGNALS      signals that programs may neither block nor send
 *   host_self_handle()         the caller's pthread_t
 *   host_self_tid()            the caller's tid, right even in the child of a fork
 *   host_create_begin()        before the engine asks for the memory of a new thread, and
 *   host_create_end()          after clone: between the two what host_tls_size says does not change
 *   host_single_threaded()     the process has never had a second thread, whoever made it
 *   host_exit_word(t)          the word that the kernel sets to 0 when t is gone
 *   host_cancel_flag(t)        not 0 once t has been asked to end (HOST_OWN_CANCEL)
 *   host_tid(t)                t's tid, for the caller of thread_pin
 *   host_robust_registered()   the robust list head registered with the kernel for the caller; NULL
 *                              if none is, and then host_robust_head registers one
 */
#ifndef PTHIN_HOST_H
#define PTHIN_HOST_H

#include "core/thread.h"
#include "host_config.h"

/* From a pthread_t to the metadata block, and back: they are at the same distance in every
   thread. */
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
 * Makes the libc ready for threads. Called before every create, so it has to be quick from the
 * second call on. EAGAIN: try again later. ENOSYS: the engine cannot work here, and the libc's own
 * threads are to be used (host_foreign_create).
 */
int host_start(void);

/* exit(3). */
_Noreturn void host_exit_process(int status);

/* ---- Memory of a thread: TLS and TCB ---- */

/* Bytes that the engine leaves above each stack for TLS and TCB; 0 if the host keeps them
   elsewhere. */
size_t host_tls_size(void);

/*
 * Where the metadata block of a thread lies that has its TLS and TCB at area (host_tls_size()
 * bytes). If the host keeps the areas itself, area is NULL and the host finds a free one. NULL:
 * there is no memory.
 */
struct thread *host_tcb_place(char *area);

/* t's area may be used for another thread. t is gone or on its way out, or was never started. */
void host_tcb_release(struct thread *t);

/*
 * Makes new TLS and a new TCB for t; the metadata block is zero then. reused: the area was another
 * thread's. If not, it is all zero. 0 or EAGAIN. Between this call and host_clone_begin the engine
 * only fills in the block.
 */
int host_tcb_init(struct thread *t, const struct stack *stack, bool reused);

/* Undoes host_tcb_init for a thread that was not started. */
void host_tcb_fini(struct thread *t);

/* ---- The life of a thread ---- */

/* In the creator, before clone and after it. tid: what clone returned. */
void host_clone_begin(struct thread *t);
void host_clone_end(struct thread *t, long tid);

/* What clone gets as parent tid word, and as the new thread pointer. */
_Atomic uint32_t *host_parent_tid_word(struct thread *t);
uintptr_t host_tls_pointer(struct thread *t);

/* The first steps of the new thread. */
void host_thread_enter(struct thread *t);

/* Calls what t was made for (thread_call_start), and then end with the result. end does not return. Up to
   thread_call_start no handler of the program's runs; from then on one may end the thread.
   Where the libc ends a thread by unwinding it to here, end gets what pthread_exit was given, or
   PTHREAD_CANCELED. */
_Noreturn void host_thread_run(struct thread *t, thread_end end);

/* For pthread_exit, when t->result is set: runs the cleanup handlers and ends the thread. */
_Noreturn void host_thread_unwind(struct thread *t);

/* The start routine is over: from here on the thread is not cancelled any more. */
void host_exit_begin(struct thread *t);

/* Runs the destructors of thread-local objects of the libc and of the language. */
void host_run_destructors(struct thread *t);

/* Has run(NULL) called if the caller ends the process, or ends without coming to thread_exit.
   Called when the caller registers its first function (at_exit.h). False: no memory. */
bool host_at_exit(void (*run)(void *));

/*
 * The thread leaves the libc: when this returns, it calls no function of the libc any more, signals
 * are blocked but for HOST_OPEN_SIGNALS, and it is on no list. If it is the last thread, it ends
 * the process by exit(0) and does not return.
 */
void host_thread_leave(struct thread *t);

/* ---- All threads ---- */

/* Calls visit for every thread of the process that the engine knows, in no particular order. No
   thread comes or goes meanwhile. visit must not wait. */
void host_each_thread(void (*visit)(struct thread *, void *), void *arg);

/* Between these two no thread comes or goes. What the host needs blocked is, and *mask has the mask
   from before. */
void host_threads_lock(ksigset *mask);
void host_threads_unlock(const ksigset *mask);

/* ---- Odds and ends ---- */

#if HOST_LEAK_CHECKERS
/* Tells leak checkers that pointers of the program may lie in this piece of memory, or no
   longer. */
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

/* The address of the caller's thread-local data in a module, at an offset from the beginning. NULL:
   no such module. */
void *host_tls_address(size_t module, size_t offset);

/* A variable of the program's environment, or NULL. */
const char *host_environment(const char *name);

/* Has run(arg) called by exit. False: no memory. */
bool host_at_process_exit(void (*run)(void *), void *arg);

/* Whether the program may have a signal handler without SA_RESTART, which is to interrupt calls. If
   it has none, a wait that ends with -EINTR goes on: the kernel itself restarts only waits without
   a time. */
bool host_may_interrupt(void);
/* The caller is about to install such a handler by other means than the libc's sigaction. */
void host_will_interrupt(void);

/* The head of the caller's robust list, which is registered with the kernel; registers one if there
   is none. */
struct robust_head *host_robust_head(void);

#if HOST_HAS_DEFAULT_STACK
/* Bytes of stack that the libc gives a thread by default. */
size_t host_default_stack_size(void);
#endif

/* ---- Only where HOST_HAS_FOREIGN is 1 ---- */

/* The libc's own functions, for threads that the libc made. */
int host_foreign_create(uintptr_t *handle, const void *attr, void *(*start)(void *), void *arg);
int host_foreign_join(uintptr_t handle, void **result);
int host_foreign_tryjoin(uintptr_t handle, void **result);
int host_foreign_clockjoin(uintptr_t handle, void **result, int clock, const void *timespec);
int host_foreign_detach(uintptr_t handle);
int host_foreign_kill(uintptr_t handle, int sig);
/* The tid of such a thread, 0 if it cannot be told. */
int host_foreign_tid(uintptr_t handle);
int host_foreign_stack(uintptr_t handle, struct stack *stack, bool *detached);
/* Frees what the libc put behind a pthread_attr_t. */
void host_foreign_attr_destroy(void *attr);
/* The caller, a thread of the libc's, sets its first key value: has its key destructors called when
   it ends. 0 or ENOMEM. */
int host_foreign_keys(void);

#endif
