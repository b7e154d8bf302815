/* SPDX-License-Identifier: MIT */
/* POSIX threads: pthin's <pthread.h>, the same for a program on glibc, on musl or with no libc.
 *
 * It stands on the host's own <sched.h> and <time.h> and takes its types from the host through
 * <pthin/bits/host.h>, so object files compiled against the libc's header and against this one
 * agree. The guard is the one both libcs use: whichever pthread.h is seen first is the one.
 *
 * Unless its comment says otherwise, a function returns 0 or one of the error numbers listed
 * there, leaves errno alone, and never returns EINTR. Times are absolute. A name in _np is not
 * in POSIX; those of glibc are visible with _GNU_SOURCE, and always where there is no libc. */
#ifndef _PTHREAD_H
#define _PTHREAD_H 1
#pragma GCC system_header

#include <sched.h>
#include <time.h>

/* Cleanup handlers: pthread_cleanup_push(routine, arg) makes routine(arg) run when the thread is
 * cancelled or exits in between; the matching pthread_cleanup_pop(execute), in the same block,
 * takes it back and runs it if execute is not 0. Macros, because on every host they open and
 * close a block; they come from the host since the host's unwinder has to find the handler.
 * POSIX.1-2024 pthread_cleanup_pop; man pthread_cleanup_push(3) */
#include <pthin/bits/host.h>

/* ---- constants: the numbers are those of both libcs on Linux ---- */

/* pthread_attr_setdetachstate */
#define PTHREAD_CREATE_JOINABLE 0
#define PTHREAD_CREATE_DETACHED 1

/* pthread_attr_setinheritsched */
#define PTHREAD_INHERIT_SCHED  0
#define PTHREAD_EXPLICIT_SCHED 1

/* pthread_attr_setscope */
#define PTHREAD_SCOPE_SYSTEM  0
#define PTHREAD_SCOPE_PROCESS 1

/* The setpshared functions, pthread_spin_init */
#define PTHREAD_PROCESS_PRIVATE 0
#define PTHREAD_PROCESS_SHARED  1

/* pthread_mutexattr_settype */
#define PTHREAD_MUTEX_NORMAL        0
#define PTHREAD_MUTEX_RECURSIVE     1
#define PTHREAD_MUTEX_ERRORCHECK    2
#define PTHREAD_MUTEX_DEFAULT       PTHREAD_MUTEX_NORMAL
#define PTHREAD_MUTEX_TIMED_NP      0
#define PTHREAD_MUTEX_RECURSIVE_NP  1
#define PTHREAD_MUTEX_ERRORCHECK_NP 2
#define PTHREAD_MUTEX_ADAPTIVE_NP   3
#ifdef __PTHIN_USE_GNU
#    define PTHREAD_MUTEX_FAST_NP PTHREAD_MUTEX_TIMED_NP
#endif

/* pthread_mutexattr_setrobust */
#define PTHREAD_MUTEX_STALLED    0
#define PTHREAD_MUTEX_ROBUST     1
#define PTHREAD_MUTEX_STALLED_NP PTHREAD_MUTEX_STALLED
#define PTHREAD_MUTEX_ROBUST_NP  PTHREAD_MUTEX_ROBUST

/* pthread_mutexattr_setprotocol */
#define PTHREAD_PRIO_NONE    0
#define PTHREAD_PRIO_INHERIT 1
#define PTHREAD_PRIO_PROTECT 2

/* pthread_rwlockattr_setkind_np */
#define PTHREAD_RWLOCK_PREFER_READER_NP              0
#define PTHREAD_RWLOCK_PREFER_WRITER_NP              1
#define PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP 2
#define PTHREAD_RWLOCK_DEFAULT_NP                    PTHREAD_RWLOCK_PREFER_READER_NP

/* pthread_setcancelstate, pthread_setcanceltype, the result of a cancelled thread */
#define PTHREAD_CANCEL_ENABLE       0
#define PTHREAD_CANCEL_DISABLE      1
#define PTHREAD_CANCEL_DEFERRED     0
#define PTHREAD_CANCEL_ASYNCHRONOUS 1
#define PTHREAD_CANCELED            ((void *)-1)

/* What one of the threads at a barrier gets from pthread_barrier_wait */
#define PTHREAD_BARRIER_SERIAL_THREAD (-1)

/* A pthread_t that is never a thread */
#define PTHREAD_NULL ((pthread_t)0)

#ifdef __PTHIN_USE_GNU
/* pthread_attr_getsigmask_np: no mask was set */
#    define PTHREAD_ATTR_NO_SIGMASK_NP (-1)
#endif

/* Static initialisers */
#define PTHREAD_ONCE_INIT          0
#define PTHREAD_MUTEX_INITIALIZER  __PTHIN_MUTEX_INIT(PTHREAD_MUTEX_TIMED_NP)
#define PTHREAD_COND_INITIALIZER   __PTHIN_COND_INIT
#define PTHREAD_RWLOCK_INITIALIZER __PTHIN_RWLOCK_INIT(PTHREAD_RWLOCK_DEFAULT_NP)
#ifdef __PTHIN_USE_GNU
#    define PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP  __PTHIN_MUTEX_INIT(PTHREAD_MUTEX_RECURSIVE_NP)
#    define PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP __PTHIN_MUTEX_INIT(PTHREAD_MUTEX_ERRORCHECK_NP)
#    define PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP   __PTHIN_MUTEX_INIT(PTHREAD_MUTEX_ADAPTIVE_NP)
#    define PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP                                      \
        __PTHIN_RWLOCK_INIT(PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP)
/* As push and pop; between them cancellation is deferred, after them as it was before.
 * man pthread_cleanup_push_defer_np(3) */
#    define pthread_cleanup_push_defer_np(routine, arg) __PTHIN_CLEANUP_PUSH_DEFER(routine, arg)
#    define pthread_cleanup_pop_restore_np(execute)     __PTHIN_CLEANUP_POP_RESTORE(execute)
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- threads ----
 * Functions that are cancellation points or call back into the program are not declared
 * nothrow: cancellation and exceptions have to pass through them. */

/* Starts a thread that runs routine(arg); its id is in *th before it starts. attr NULL: defaults.
 * EAGAIN no memory, or a limit on threads reached; EINVAL bad attr; EPERM scheduling not permitted.
 * POSIX.1-2024 pthread_create; man pthread_create(3) */
extern int pthread_create(pthread_t *__restrict __th, const pthread_attr_t *__restrict __attr,
                          void *(*__routine)(void *), void *__restrict __arg) __PTHIN_NOTHROW;

/* Ends the calling thread with this result for its joiner: cleanup handlers, then thread-specific
 * destructors; the process ends with its last thread. Does not return.
 * POSIX.1-2024 pthread_exit; man pthread_exit(3) */
extern void pthread_exit(void *__result) __attribute__((__noreturn__));

/* Waits for the thread's end, stores its result in *result unless NULL and frees the thread.
 * EDEADLK it is the caller, or waits for the caller; EINVAL not joinable; ESRCH no such thread.
 * Cancellation point. POSIX.1-2024 pthread_join; man pthread_join(3) */
extern int pthread_join(pthread_t __th, void **__result);

/* Lets the thread free itself when it ends; nobody may join it afterwards.
 * EINVAL not joinable; ESRCH no such thread. POSIX.1-2024 pthread_detach; man pthread_detach(3) */
extern int pthread_detach(pthread_t __th) __PTHIN_NOTHROW;

/* The calling thread's id; cannot fail. POSIX.1-2024 pthread_self; man pthread_self(3) */
extern pthread_t pthread_self(void) __PTHIN_NOTHROW __attribute__((__const__));

/* Not 0 if both ids are of the same thread. POSIX.1-2024 pthread_equal; man pthread_equal(3) */
extern int pthread_equal(pthread_t __a, pthread_t __b) __PTHIN_NOTHROW __attribute__((__const__));

/* Runs init() in the first call with this control; every call returns after init has. If init is
 * cancelled or throws, the next call runs it again. EINVAL bad control.
 * POSIX.1-2024 pthread_once; man pthread_once(3p) */
extern int pthread_once(pthread_once_t *__control, void (*__init)(void));

#ifndef __PTHIN_NO_FORK
/* Registers handlers for fork: prepare before it (last registered first), parent and child after
 * it (first registered first); each may be NULL. ENOMEM.
 * POSIX.1-2024 pthread_atfork; man pthread_atfork(3) */
extern int pthread_atfork(void (*__prepare)(void), void (*__parent)(void),
                          void (*__child)(void)) __PTHIN_NOTHROW;
#endif

#ifdef __PTHIN_USE_GNU
/* As pthread_join without waiting. EBUSY the thread still runs. man pthread_tryjoin_np(3) */
extern int pthread_tryjoin_np(pthread_t __th, void **__result) __PTHIN_NOTHROW;

/* As pthread_join until abstime of CLOCK_REALTIME, NULL for ever. ETIMEDOUT; EINVAL bad time.
 * Cancellation point. man pthread_timedjoin_np(3) */
extern int pthread_timedjoin_np(pthread_t __th, void **__result, const struct timespec *__abstime)
    __PTHIN_TIMED(pthread_timedjoin_np);

/* As pthread_timedjoin_np by CLOCK_REALTIME or CLOCK_MONOTONIC. EINVAL another clock.
 * Cancellation point. A glibc function */
extern int pthread_clockjoin_np(pthread_t __th, void **__result, clockid_t __clock,
                                const struct timespec *__abstime)
    __PTHIN_CLOCKED(pthread_clockjoin_np);

/* The kernel's id of the thread, -1 if it has ended; it may name another one then. glibc 2.42 */
extern pid_t pthread_gettid_np(pthread_t __th) __PTHIN_NOTHROW;

/* Names the thread: at most 15 bytes and a NUL. ERANGE too long; ESRCH; errors of the proc file.
 * man pthread_setname_np(3) */
extern int pthread_setname_np(pthread_t __th, const char *__name) __PTHIN_NOTHROW;

/* Its name, NUL-terminated, into size bytes. ERANGE size below 16 or below what the name needs.
 * man pthread_getname_np(3) */
extern int pthread_getname_np(pthread_t __th, char *__name, size_t __size) __PTHIN_NOTHROW;

/* Another name of sched_yield. man pthread_yield(3) */
extern int pthread_yield(void) __PTHIN_NOTHROW_AS("sched_yield")
    __attribute__((__deprecated__("use sched_yield")));
#endif

/* ---- attributes of a thread to be created ---- */

/* Fills attr with the defaults. ENOMEM. POSIX.1-2024 pthread_attr_init; man pthread_attr_init(3) */
extern int pthread_attr_init(pthread_attr_t *__attr) __PTHIN_NOTHROW;

/* Ends the use of attr; threads made with it are not affected.
 * POSIX.1-2024 pthread_attr_destroy; man pthread_attr_destroy(3) */
extern int pthread_attr_destroy(pthread_attr_t *__attr) __PTHIN_NOTHROW;

/* PTHREAD_CREATE_JOINABLE or PTHREAD_CREATE_DETACHED into *state.
 * POSIX.1-2024 pthread_attr_getdetachstate; man pthread_attr_getdetachstate(3) */
extern int pthread_attr_getdetachstate(const pthread_attr_t *__attr, int *__state) __PTHIN_NOTHROW;

/* Sets it; the default is joinable. EINVAL neither of the two.
 * POSIX.1-2024 pthread_attr_setdetachstate; man pthread_attr_setdetachstate(3) */
extern int pthread_attr_setdetachstate(pthread_attr_t *__attr, int __state) __PTHIN_NOTHROW;

/* Bytes of guard area below the stack, as they were set.
 * POSIX.1-2024 pthread_attr_getguardsize; man pthread_attr_getguardsize(3) */
extern int pthread_attr_getguardsize(const pthread_attr_t *__restrict __attr,
                                     size_t *__restrict __size) __PTHIN_NOTHROW;

/* Sets them, to be rounded up to pages; 0 for none, no effect on a stack of the caller's.
 * EINVAL. POSIX.1-2024 pthread_attr_setguardsize; man pthread_attr_setguardsize(3) */
extern int pthread_attr_setguardsize(pthread_attr_t *__attr, size_t __size) __PTHIN_NOTHROW;

/* PTHREAD_INHERIT_SCHED or PTHREAD_EXPLICIT_SCHED into *inherit.
 * POSIX.1-2024 pthread_attr_getinheritsched; man pthread_attr_getinheritsched(3) */
extern int pthread_attr_getinheritsched(const pthread_attr_t *__restrict __attr,
                                        int *__restrict __inherit) __PTHIN_NOTHROW;

/* Whether scheduling comes from the creating thread (default) or from attr. EINVAL neither.
 * POSIX.1-2024 pthread_attr_setinheritsched; man pthread_attr_setinheritsched(3) */
extern int pthread_attr_setinheritsched(pthread_attr_t *__attr, int __inherit) __PTHIN_NOTHROW;

/* The scheduling priority in attr.
 * POSIX.1-2024 pthread_attr_getschedparam; man pthread_attr_getschedparam(3) */
extern int pthread_attr_getschedparam(const pthread_attr_t *__restrict __attr,
                                      struct sched_param *__restrict __param) __PTHIN_NOTHROW;

/* Sets it. EINVAL out of the policy's range; ENOTSUP.
 * POSIX.1-2024 pthread_attr_setschedparam; man pthread_attr_setschedparam(3) */
extern int pthread_attr_setschedparam(pthread_attr_t *__restrict __attr,
                                      const struct sched_param *__restrict __param) __PTHIN_NOTHROW;

/* SCHED_OTHER, SCHED_FIFO or SCHED_RR into *policy.
 * POSIX.1-2024 pthread_attr_getschedpolicy; man pthread_attr_getschedpolicy(3) */
extern int pthread_attr_getschedpolicy(const pthread_attr_t *__restrict __attr,
                                       int *__restrict __policy) __PTHIN_NOTHROW;

/* Sets it. EINVAL not a policy; ENOTSUP.
 * POSIX.1-2024 pthread_attr_setschedpolicy; man pthread_attr_setschedpolicy(3) */
extern int pthread_attr_setschedpolicy(pthread_attr_t *__attr, int __policy) __PTHIN_NOTHROW;

/* The contention scope in attr.
 * POSIX.1-2024 pthread_attr_getscope; man pthread_attr_getscope(3) */
extern int pthread_attr_getscope(const pthread_attr_t *__restrict __attr,
                                 int *__restrict __scope) __PTHIN_NOTHROW;

/* Sets it; there is only PTHREAD_SCOPE_SYSTEM. ENOTSUP PTHREAD_SCOPE_PROCESS; EINVAL others.
 * POSIX.1-2024 pthread_attr_setscope; man pthread_attr_setscope(3) */
extern int pthread_attr_setscope(pthread_attr_t *__attr, int __scope) __PTHIN_NOTHROW;

/* Lowest address and bytes of the stack in attr.
 * POSIX.1-2024 pthread_attr_getstack; man pthread_attr_getstack(3) */
extern int pthread_attr_getstack(const pthread_attr_t *__restrict __attr, void **__restrict __low,
                                 size_t *__restrict __size) __PTHIN_NOTHROW;

/* A stack of the caller's, for one thread at a time, without a guard added. EINVAL size below
 * PTHREAD_STACK_MIN or badly aligned.
 * POSIX.1-2024 pthread_attr_setstack; man pthread_attr_setstack(3) */
extern int pthread_attr_setstack(pthread_attr_t *__attr, void *__low,
                                 size_t __size) __PTHIN_NOTHROW;

/* Bytes of stack that attr asks for.
 * POSIX.1-2024 pthread_attr_getstacksize; man pthread_attr_getstacksize(3) */
extern int pthread_attr_getstacksize(const pthread_attr_t *__restrict __attr,
                                     size_t *__restrict __size) __PTHIN_NOTHROW;

/* Sets them; TLS and the guard come on top. EINVAL below PTHREAD_STACK_MIN.
 * POSIX.1-2024 pthread_attr_setstacksize; man pthread_attr_setstacksize(3) */
extern int pthread_attr_setstacksize(pthread_attr_t *__attr, size_t __size) __PTHIN_NOTHROW;

/* The address one past the stack in attr. Left POSIX in 2008; man pthread_attr_getstackaddr(3) */
extern int pthread_attr_getstackaddr(const pthread_attr_t *__restrict __attr,
                                     void **__restrict __top) __PTHIN_NOTHROW
    __attribute__((__deprecated__("use pthread_attr_getstack")));

/* Sets it, the size apart. Left POSIX in 2008; man pthread_attr_setstackaddr(3) */
extern int pthread_attr_setstackaddr(pthread_attr_t *__attr, void *__top) __PTHIN_NOTHROW
    __attribute__((__deprecated__("use pthread_attr_setstack")));

#ifdef __PTHIN_USE_GNU
/* The CPUs in attr into a set of size bytes; all CPUs if none were set. EINVAL set too small.
 * man pthread_attr_getaffinity_np(3) */
extern int pthread_attr_getaffinity_np(const pthread_attr_t *__attr, size_t __size,
                                       __PTHIN_CPU_SET *__set) __PTHIN_NOTHROW;

/* The CPUs the thread may run on, from a set of size bytes. EINVAL no CPU there; ENOMEM.
 * man pthread_attr_setaffinity_np(3) */
extern int pthread_attr_setaffinity_np(pthread_attr_t *__attr, size_t __size,
                                       const __PTHIN_CPU_SET *__set) __PTHIN_NOTHROW;

/* The signal mask in attr, or PTHREAD_ATTR_NO_SIGMASK_NP as result if it has none.
 * man pthread_attr_getsigmask_np(3) */
extern int pthread_attr_getsigmask_np(const pthread_attr_t *__attr, sigset_t *__mask);

/* The signal mask the thread starts with; NULL: its creator's. ENOMEM.
 * man pthread_attr_setsigmask_np(3) */
extern int pthread_attr_setsigmask_np(pthread_attr_t *__attr, const sigset_t *__mask);

/* Fills attr with the real attributes of a running thread, the main thread too; to be destroyed.
 * The main thread's stack is as large as its limit is now (RLIMIT_STACK), but ends at the next mapping
 * below; without a limit it is all that is free down to there, on musl and with no libc at most 64 TiB.
 * ENOMEM; ESRCH; ENOENT, EACCES, EMFILE from reading the main thread's bounds.
 * man pthread_getattr_np(3) */
extern int pthread_getattr_np(pthread_t __th, pthread_attr_t *__attr) __PTHIN_NOTHROW;

/* The attributes that a thread created with attr NULL gets. ENOMEM.
 * man pthread_getattr_default_np(3) */
extern int pthread_getattr_default_np(pthread_attr_t *__attr) __PTHIN_NOTHROW;

/* Sets them; stack size 0 leaves the size as it is. EINVAL a bad value, or a stack address; ENOMEM.
 * man pthread_setattr_default_np(3) */
extern int pthread_setattr_default_np(const pthread_attr_t *__attr) __PTHIN_NOTHROW;
#endif

/* ---- scheduling of running threads ---- */

/* A thread's policy and priority. ESRCH.
 * POSIX.1-2024 pthread_getschedparam; man pthread_getschedparam(3) */
extern int pthread_getschedparam(pthread_t __th, int *__restrict __policy,
                                 struct sched_param *__restrict __param) __PTHIN_NOTHROW;

/* Sets them. EINVAL bad policy or priority; ENOTSUP; EPERM; ESRCH.
 * POSIX.1-2024 pthread_setschedparam; man pthread_setschedparam(3) */
extern int pthread_setschedparam(pthread_t __th, int __policy,
                                 const struct sched_param *__param) __PTHIN_NOTHROW;

/* Sets the priority only. EINVAL; EPERM; ESRCH.
 * POSIX.1-2024 pthread_setschedprio; man pthread_setschedprio(3) */
extern int pthread_setschedprio(pthread_t __th, int __prio) __PTHIN_NOTHROW;

/* The level last set, 0 at first.
 * POSIX.1-2008 pthread_getconcurrency; man pthread_getconcurrency(3) */
extern int pthread_getconcurrency(void) __PTHIN_NOTHROW;

/* Stores a hint on kernel threads that means nothing here. EINVAL below 0; EAGAIN.
 * POSIX.1-2008 pthread_setconcurrency; man pthread_setconcurrency(3) */
extern int pthread_setconcurrency(int __level) __PTHIN_NOTHROW;

/* The clock of the CPU time that the thread has used. ENOENT; ESRCH.
 * POSIX.1-2024 pthread_getcpuclockid; man pthread_getcpuclockid(3) */
extern int pthread_getcpuclockid(pthread_t __th, clockid_t *__clock) __PTHIN_NOTHROW;

#ifdef __PTHIN_USE_GNU
/* The CPUs the thread may run on, into a set of size bytes. EINVAL set too small; ESRCH.
 * man pthread_getaffinity_np(3) */
extern int pthread_getaffinity_np(pthread_t __th, size_t __size,
                                  __PTHIN_CPU_SET *__set) __PTHIN_NOTHROW;

/* Sets them. EINVAL none of them usable; ESRCH. man pthread_setaffinity_np(3) */
extern int pthread_setaffinity_np(pthread_t __th, size_t __size,
                                  const __PTHIN_CPU_SET *__set) __PTHIN_NOTHROW;
#endif

/* ---- signals: in <signal.h> by POSIX, here as well ---- */

/* Sends a signal to the thread; 0 only checks. EINVAL bad signal; ESRCH.
 * POSIX.1-2024 pthread_kill; man pthread_kill(3) */
extern int pthread_kill(pthread_t __th, int __sig) __PTHIN_NOTHROW;

/* Changes the caller's signal mask by SIG_BLOCK, SIG_UNBLOCK or SIG_SETMASK, unless set is NULL;
 * the mask before goes to *old unless NULL. EINVAL bad how.
 * POSIX.1-2024 pthread_sigmask; man pthread_sigmask(3) */
extern int pthread_sigmask(int __how, const sigset_t *__restrict __set,
                           sigset_t *__restrict __old) __PTHIN_NOTHROW;

#ifdef __PTHIN_USE_GNU
union sigval;
/* As pthread_kill with a value for the handler. EAGAIN queue full; EINVAL; ESRCH.
 * man pthread_sigqueue(3) */
extern int pthread_sigqueue(pthread_t __th, int __sig, const union sigval __value) __PTHIN_NOTHROW;
#endif

/* ---- cancellation ---- */

/* Asks the thread to end at its next cancellation point, or at once if it is asynchronous; its
 * result is PTHREAD_CANCELED. ESRCH. POSIX.1-2024 pthread_cancel; man pthread_cancel(3) */
extern int pthread_cancel(pthread_t __th);

/* Enables or disables cancellation of the caller; the state before goes to *old unless NULL.
 * EINVAL. POSIX.1-2024 pthread_setcancelstate; man pthread_setcancelstate(3) */
extern int pthread_setcancelstate(int __state, int *__old);

/* Makes cancellation of the caller deferred or asynchronous. EINVAL.
 * POSIX.1-2024 pthread_setcanceltype; man pthread_setcanceltype(3) */
extern int pthread_setcanceltype(int __type, int *__old);

/* A cancellation point and nothing else.
 * POSIX.1-2024 pthread_testcancel; man pthread_testcancel(3) */
extern void pthread_testcancel(void);

/* ---- thread-specific values ---- */

/* A new key, NULL in every thread. A thread that ends with another value calls destructor(value).
 * EAGAIN PTHREAD_KEYS_MAX in use; ENOMEM. POSIX.1-2024 pthread_key_create;
 * man pthread_key_create(3p) */
extern int pthread_key_create(pthread_key_t *__key, void (*__destructor)(void *)) __PTHIN_NOTHROW;

/* Gives the key back; no destructor is called. EINVAL no such key.
 * POSIX.1-2024 pthread_key_delete; man pthread_key_delete(3p) */
extern int pthread_key_delete(pthread_key_t __key) __PTHIN_NOTHROW;

/* The caller's value of the key, NULL if never set. POSIX.1-2024 pthread_getspecific;
 * man pthread_getspecific(3p) */
extern void *pthread_getspecific(pthread_key_t __key) __PTHIN_NOTHROW;

/* Sets the caller's value. EINVAL no such key; ENOMEM.
 * POSIX.1-2024 pthread_setspecific; man pthread_getspecific(3p) */
extern int pthread_setspecific(pthread_key_t __key, const void *__value) __PTHIN_NOTHROW
#if defined __GNUC__ && __GNUC__ >= 11 && !defined __clang__
    /* The pointer is kept and not followed: what it points to need not be initialised yet. */
    __attribute__((__access__(__none__, 2)))
#endif
    ;

/* ---- mutexes ---- */

/* Makes a mutex; attr NULL: defaults. EAGAIN; ENOMEM; EPERM; EINVAL bad attr; ENOTSUP robust, where
 * the kernel has no robust lists.
 * POSIX.1-2024 pthread_mutex_init; man pthread_mutex_init(3) */
extern int pthread_mutex_init(pthread_mutex_t *__restrict __mutex,
                              const pthread_mutexattr_t *__restrict __attr) __PTHIN_NOTHROW;

/* Ends it. EBUSY locked, and not robust: a robust mutex can be ended whoever has it; EINVAL.
 * POSIX.1-2024 pthread_mutex_destroy; man pthread_mutex_destroy(3) */
extern int pthread_mutex_destroy(pthread_mutex_t *__mutex) __PTHIN_NOTHROW;

/* Locks it, waiting if need be. EDEADLK the caller has it (error-checking); EAGAIN too many
 * recursive locks; EOWNERDEAD locked, but its owner died with it (robust); ENOTRECOVERABLE not made
 * consistent then; EINVAL the caller's priority is above the ceiling.
 * POSIX.1-2024 pthread_mutex_lock; man pthread_mutex_lock(3) */
extern int pthread_mutex_lock(pthread_mutex_t *__mutex) __PTHIN_NOTHROW;

/* As pthread_mutex_lock without waiting. EBUSY locked.
 * POSIX.1-2024 pthread_mutex_lock; man pthread_mutex_trylock(3) */
extern int pthread_mutex_trylock(pthread_mutex_t *__mutex) __PTHIN_NOTHROW;

/* As pthread_mutex_lock until abstime of CLOCK_REALTIME. ETIMEDOUT; EINVAL bad nanoseconds where
 * it would have to wait. POSIX.1-2024 pthread_mutex_clocklock; man pthread_mutex_timedlock(3p) */
extern int pthread_mutex_timedlock(pthread_mutex_t *__restrict __mutex,
                                   const struct timespec *__restrict __abstime)
    __PTHIN_TIMED_NOTHROW(pthread_mutex_timedlock);

/* As pthread_mutex_timedlock by CLOCK_REALTIME or CLOCK_MONOTONIC. EINVAL another clock.
 * POSIX.1-2024 pthread_mutex_clocklock */
extern int pthread_mutex_clocklock(pthread_mutex_t *__restrict __mutex, clockid_t __clock,
                                   const struct timespec *__restrict __abstime)
    __PTHIN_CLOCKED_NOTHROW(pthread_mutex_clocklock);

/* Unlocks it. EPERM the caller does not have it (error-checking, recursive, robust).
 * POSIX.1-2024 pthread_mutex_lock; man pthread_mutex_unlock(3) */
extern int pthread_mutex_unlock(pthread_mutex_t *__mutex) __PTHIN_NOTHROW;

/* Declares what a robust mutex protects repaired, after EOWNERDEAD. EINVAL not in that state.
 * POSIX.1-2024 pthread_mutex_consistent; man pthread_mutex_consistent(3) */
extern int pthread_mutex_consistent(pthread_mutex_t *__mutex) __PTHIN_NOTHROW;

/* The priority ceiling of the mutex. EINVAL not a priority-protect mutex; EPERM.
 * POSIX.1-2024 pthread_mutex_getprioceiling; man pthread_mutex_getprioceiling(3p) */
extern int pthread_mutex_getprioceiling(const pthread_mutex_t *__restrict __mutex,
                                        int *__restrict __ceiling) __PTHIN_NOTHROW;

/* Locks the mutex, changes its ceiling, unlocks it; the ceiling before goes to *old unless NULL.
 * EINVAL no such priority or not a priority-protect mutex; EPERM; errors of the lock.
 * POSIX.1-2024 pthread_mutex_getprioceiling; man pthread_mutex_setprioceiling(3p) */
extern int pthread_mutex_setprioceiling(pthread_mutex_t *__restrict __mutex, int __ceiling,
                                        int *__restrict __old) __PTHIN_NOTHROW;

/* Fills attr with the defaults. ENOMEM.
 * POSIX.1-2024 pthread_mutexattr_destroy; man pthread_mutexattr_init(3) */
extern int pthread_mutexattr_init(pthread_mutexattr_t *__attr) __PTHIN_NOTHROW;

/* Ends the use of attr. EINVAL.
 * POSIX.1-2024 pthread_mutexattr_destroy; man pthread_mutexattr_destroy(3) */
extern int pthread_mutexattr_destroy(pthread_mutexattr_t *__attr) __PTHIN_NOTHROW;

/* The type in attr. POSIX.1-2024 pthread_mutexattr_gettype; man pthread_mutexattr_gettype(3p) */
extern int pthread_mutexattr_gettype(const pthread_mutexattr_t *__restrict __attr,
                                     int *__restrict __type) __PTHIN_NOTHROW;

/* PTHREAD_MUTEX_NORMAL (the default), _RECURSIVE, _ERRORCHECK, or _ADAPTIVE_NP. EINVAL others.
 * POSIX.1-2024 pthread_mutexattr_gettype; man pthread_mutexattr_settype(3) */
extern int pthread_mutexattr_settype(pthread_mutexattr_t *__attr, int __type) __PTHIN_NOTHROW;

/* Whether mutexes with attr are shared between processes.
 * POSIX.1-2024 pthread_mutexattr_getpshared; man pthread_mutexattr_getpshared(3) */
extern int pthread_mutexattr_getpshared(const pthread_mutexattr_t *__restrict __attr,
                                        int *__restrict __shared) __PTHIN_NOTHROW;

/* PTHREAD_PROCESS_PRIVATE (the default) or PTHREAD_PROCESS_SHARED. EINVAL others.
 * POSIX.1-2024 pthread_mutexattr_getpshared; man pthread_mutexattr_setpshared(3) */
extern int pthread_mutexattr_setpshared(pthread_mutexattr_t *__attr, int __shared) __PTHIN_NOTHROW;

/* Whether mutexes with attr are robust.
 * POSIX.1-2024 pthread_mutexattr_getrobust; man pthread_mutexattr_getrobust(3) */
extern int pthread_mutexattr_getrobust(const pthread_mutexattr_t *__restrict __attr,
                                       int *__restrict __robust) __PTHIN_NOTHROW;

/* PTHREAD_MUTEX_STALLED (the default) or PTHREAD_MUTEX_ROBUST: the next to lock the mutex of a
 * thread that ended learns of it. EINVAL others; ENOTSUP.
 * POSIX.1-2024 pthread_mutexattr_getrobust; man pthread_mutexattr_setrobust(3) */
extern int pthread_mutexattr_setrobust(pthread_mutexattr_t *__attr, int __robust) __PTHIN_NOTHROW;

/* The protocol in attr.
 * POSIX.1-2024 pthread_mutexattr_getprotocol; man pthread_mutexattr_getprotocol(3p) */
extern int pthread_mutexattr_getprotocol(const pthread_mutexattr_t *__restrict __attr,
                                         int *__restrict __protocol) __PTHIN_NOTHROW;

/* PTHREAD_PRIO_NONE (the default), PTHREAD_PRIO_INHERIT: the owner runs at its waiters' highest
 * priority, PTHREAD_PRIO_PROTECT: at the ceiling. EINVAL others; ENOTSUP.
 * POSIX.1-2024 pthread_mutexattr_getprotocol; man pthread_mutexattr_setprotocol(3p) */
extern int pthread_mutexattr_setprotocol(pthread_mutexattr_t *__attr,
                                         int __protocol) __PTHIN_NOTHROW;

/* The priority ceiling in attr.
 * POSIX.1-2024 pthread_mutexattr_getprioceiling; man pthread_mutexattr_getprioceiling(3p) */
extern int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *__restrict __attr,
                                            int *__restrict __ceiling) __PTHIN_NOTHROW;

/* A priority of SCHED_FIFO. EINVAL out of its range.
 * POSIX.1-2024 pthread_mutexattr_getprioceiling; man pthread_mutexattr_setprioceiling(3p) */
extern int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *__attr,
                                            int __ceiling) __PTHIN_NOTHROW;

#ifdef __PTHIN_USE_GNU
/* The three names from before POSIX took the functions in. man pthread_mutex_consistent_np(3) */
extern int pthread_mutex_consistent_np(pthread_mutex_t *__mutex)
    __PTHIN_NOTHROW_AS("pthread_mutex_consistent")
        __attribute__((__deprecated__("use pthread_mutex_consistent")));
extern int pthread_mutexattr_getrobust_np(pthread_mutexattr_t *__attr, int *__robust)
    __PTHIN_NOTHROW_AS("pthread_mutexattr_getrobust")
        __attribute__((__deprecated__("use pthread_mutexattr_getrobust")));
extern int pthread_mutexattr_setrobust_np(pthread_mutexattr_t *__attr, int __robust)
    __PTHIN_NOTHROW_AS("pthread_mutexattr_setrobust")
        __attribute__((__deprecated__("use pthread_mutexattr_setrobust")));
#endif

/* ---- condition variables ---- */

/* Makes a condition variable; attr NULL: defaults. EAGAIN; ENOMEM.
 * POSIX.1-2024 pthread_cond_destroy; man pthread_cond_init(3) */
extern int pthread_cond_init(pthread_cond_t *__restrict __cond,
                             const pthread_condattr_t *__restrict __attr) __PTHIN_NOTHROW;

/* Ends it, once the threads woken from it have left it.
 * POSIX.1-2024 pthread_cond_destroy; man pthread_cond_destroy(3) */
extern int pthread_cond_destroy(pthread_cond_t *__cond) __PTHIN_NOTHROW;

/* Unlocks the mutex and waits in one step; has the mutex again on return, on cancellation too.
 * May return with no signal. EPERM the caller does not have the mutex; errors of the lock.
 * Cancellation point. POSIX.1-2024 pthread_cond_clockwait; man pthread_cond_wait(3) */
extern int pthread_cond_wait(pthread_cond_t *__restrict __cond,
                             pthread_mutex_t *__restrict __mutex);

/* As pthread_cond_wait until abstime of the variable's clock. ETIMEDOUT; EINVAL bad nanoseconds.
 * Cancellation point. POSIX.1-2024 pthread_cond_clockwait; man pthread_cond_timedwait(3) */
extern int pthread_cond_timedwait(pthread_cond_t *__restrict __cond,
                                  pthread_mutex_t *__restrict __mutex,
                                  const struct timespec *__restrict __abstime)
    __PTHIN_TIMED(pthread_cond_timedwait);

/* As pthread_cond_timedwait by CLOCK_REALTIME or CLOCK_MONOTONIC. EINVAL another clock.
 * Cancellation point. POSIX.1-2024 pthread_cond_clockwait */
extern int pthread_cond_clockwait(pthread_cond_t *__restrict __cond,
                                  pthread_mutex_t *__restrict __mutex, clockid_t __clock,
                                  const struct timespec *__restrict __abstime)
    __PTHIN_CLOCKED(pthread_cond_clockwait);

/* Wakes at least one waiter, if there are any: that of the highest real-time priority, of equals
 * the one that has waited longest.
 * POSIX.1-2024 pthread_cond_broadcast; man pthread_cond_signal(3) */
extern int pthread_cond_signal(pthread_cond_t *__cond) __PTHIN_NOTHROW;

/* Wakes all waiters. POSIX.1-2024 pthread_cond_broadcast; man pthread_cond_broadcast(3) */
extern int pthread_cond_broadcast(pthread_cond_t *__cond) __PTHIN_NOTHROW;

/* Fills attr with the defaults. ENOMEM.
 * POSIX.1-2024 pthread_condattr_destroy; man pthread_condattr_init(3) */
extern int pthread_condattr_init(pthread_condattr_t *__attr) __PTHIN_NOTHROW;

/* Ends the use of attr. POSIX.1-2024 pthread_condattr_destroy; man pthread_condattr_destroy(3p) */
extern int pthread_condattr_destroy(pthread_condattr_t *__attr) __PTHIN_NOTHROW;

/* The clock of pthread_cond_timedwait in attr.
 * POSIX.1-2024 pthread_condattr_getclock; man pthread_condattr_getclock(3p) */
extern int pthread_condattr_getclock(const pthread_condattr_t *__restrict __attr,
                                     clockid_t *__restrict __clock) __PTHIN_NOTHROW;

/* CLOCK_REALTIME (the default) or CLOCK_MONOTONIC. EINVAL others.
 * POSIX.1-2024 pthread_condattr_getclock; man pthread_condattr_setclock(3p) */
extern int pthread_condattr_setclock(pthread_condattr_t *__attr, clockid_t __clock) __PTHIN_NOTHROW;

/* Whether variables with attr are shared between processes.
 * POSIX.1-2024 pthread_condattr_getpshared; man pthread_condattr_getpshared(3p) */
extern int pthread_condattr_getpshared(const pthread_condattr_t *__restrict __attr,
                                       int *__restrict __shared) __PTHIN_NOTHROW;

/* PTHREAD_PROCESS_PRIVATE (the default) or PTHREAD_PROCESS_SHARED. EINVAL others.
 * POSIX.1-2024 pthread_condattr_getpshared; man pthread_condattr_setpshared(3p) */
extern int pthread_condattr_setpshared(pthread_condattr_t *__attr, int __shared) __PTHIN_NOTHROW;

/* ---- read-write locks ---- */

/* Makes a read-write lock; attr NULL: defaults. EAGAIN; ENOMEM; EPERM.
 * POSIX.1-2024 pthread_rwlock_destroy; man pthread_rwlock_init(3p) */
extern int pthread_rwlock_init(pthread_rwlock_t *__restrict __lock,
                               const pthread_rwlockattr_t *__restrict __attr) __PTHIN_NOTHROW;

/* Ends it. POSIX.1-2024 pthread_rwlock_destroy; man pthread_rwlock_destroy(3p) */
extern int pthread_rwlock_destroy(pthread_rwlock_t *__lock) __PTHIN_NOTHROW;

/* Locks it for reading, waiting if need be. EDEADLK the caller has it for writing; EAGAIN too many
 * readers. By default a thread that has read locks does not wait for writers that wait; others do
 * so for at most 16 ms, at first 2, and all in all for an eighth of the time that these wait, so
 * that helpers of a reader get in; a writer gets in, however many readers there are, if none reads
 * for longer than that. POSIX.1-2024 pthread_rwlock_rdlock; man pthread_rwlock_rdlock(3p) */
extern int pthread_rwlock_rdlock(pthread_rwlock_t *__lock) __PTHIN_NOTHROW;

/* As pthread_rwlock_rdlock without waiting. EBUSY locked for writing, or it is the turn of writers
 * that wait; EAGAIN too many readers.
 * POSIX.1-2024 pthread_rwlock_rdlock; man pthread_rwlock_tryrdlock(3p) */
extern int pthread_rwlock_tryrdlock(pthread_rwlock_t *__lock) __PTHIN_NOTHROW;

/* As pthread_rwlock_rdlock until abstime of CLOCK_REALTIME. ETIMEDOUT; EINVAL bad nanoseconds.
 * POSIX.1-2024 pthread_rwlock_clockrdlock; man pthread_rwlock_timedrdlock(3p) */
extern int pthread_rwlock_timedrdlock(pthread_rwlock_t *__restrict __lock,
                                      const struct timespec *__restrict __abstime)
    __PTHIN_TIMED_NOTHROW(pthread_rwlock_timedrdlock);

/* As pthread_rwlock_timedrdlock by CLOCK_REALTIME or CLOCK_MONOTONIC. EINVAL another clock.
 * POSIX.1-2024 pthread_rwlock_clockrdlock */
extern int pthread_rwlock_clockrdlock(pthread_rwlock_t *__restrict __lock, clockid_t __clock,
                                      const struct timespec *__restrict __abstime)
    __PTHIN_CLOCKED_NOTHROW(pthread_rwlock_clockrdlock);

/* Locks it for writing, waiting if need be. EDEADLK the caller has it.
 * POSIX.1-2024 pthread_rwlock_trywrlock; man pthread_rwlock_wrlock(3p) */
extern int pthread_rwlock_wrlock(pthread_rwlock_t *__lock) __PTHIN_NOTHROW;

/* As pthread_rwlock_wrlock without waiting. EBUSY locked.
 * POSIX.1-2024 pthread_rwlock_trywrlock; man pthread_rwlock_trywrlock(3p) */
extern int pthread_rwlock_trywrlock(pthread_rwlock_t *__lock) __PTHIN_NOTHROW;

/* As pthread_rwlock_wrlock until abstime of CLOCK_REALTIME. ETIMEDOUT; EINVAL bad nanoseconds.
 * POSIX.1-2024 pthread_rwlock_clockwrlock; man pthread_rwlock_timedwrlock(3p) */
extern int pthread_rwlock_timedwrlock(pthread_rwlock_t *__restrict __lock,
                                      const struct timespec *__restrict __abstime)
    __PTHIN_TIMED_NOTHROW(pthread_rwlock_timedwrlock);

/* As pthread_rwlock_timedwrlock by CLOCK_REALTIME or CLOCK_MONOTONIC. EINVAL another clock.
 * POSIX.1-2024 pthread_rwlock_clockwrlock */
extern int pthread_rwlock_clockwrlock(pthread_rwlock_t *__restrict __lock, clockid_t __clock,
                                      const struct timespec *__restrict __abstime)
    __PTHIN_CLOCKED_NOTHROW(pthread_rwlock_clockwrlock);

/* Gives back one lock of either sort. EINVAL nobody has one. POSIX.1-2024 pthread_rwlock_unlock;
 * man pthread_rwlock_unlock(3p) */
extern int pthread_rwlock_unlock(pthread_rwlock_t *__lock) __PTHIN_NOTHROW;

/* Fills attr with the defaults. ENOMEM.
 * POSIX.1-2024 pthread_rwlockattr_destroy; man pthread_rwlockattr_init(3p) */
extern int pthread_rwlockattr_init(pthread_rwlockattr_t *__attr) __PTHIN_NOTHROW;

/* Ends the use of attr.
 * POSIX.1-2024 pthread_rwlockattr_destroy; man pthread_rwlockattr_destroy(3p) */
extern int pthread_rwlockattr_destroy(pthread_rwlockattr_t *__attr) __PTHIN_NOTHROW;

/* Whether locks with attr are shared between processes.
 * POSIX.1-2024 pthread_rwlockattr_getpshared; man pthread_rwlockattr_getpshared(3p) */
extern int pthread_rwlockattr_getpshared(const pthread_rwlockattr_t *__restrict __attr,
                                         int *__restrict __shared) __PTHIN_NOTHROW;

/* PTHREAD_PROCESS_PRIVATE (the default) or PTHREAD_PROCESS_SHARED. EINVAL others.
 * POSIX.1-2024 pthread_rwlockattr_getpshared; man pthread_rwlockattr_setpshared(3p) */
extern int pthread_rwlockattr_setpshared(pthread_rwlockattr_t *__attr,
                                         int __shared) __PTHIN_NOTHROW;

/* Who goes first in locks with attr. man pthread_rwlockattr_getkind_np(3) */
extern int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t *__restrict __attr,
                                         int *__restrict __kind) __PTHIN_NOTHROW;

/* One of the PTHREAD_RWLOCK_PREFER_ constants: readers never wait for writers that wait; as by
 * default; they always do. EINVAL others.
 * man pthread_rwlockattr_setkind_np(3) */
extern int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t *__attr, int __kind) __PTHIN_NOTHROW;

/* ---- spin locks ---- */

/* Makes a spin lock, unlocked; shared is a PTHREAD_PROCESS_ constant. EAGAIN; ENOMEM.
 * POSIX.1-2024 pthread_spin_destroy; man pthread_spin_init(3) */
extern int pthread_spin_init(pthread_spinlock_t *__lock, int __shared) __PTHIN_NOTHROW;

/* Ends it. POSIX.1-2024 pthread_spin_destroy; man pthread_spin_destroy(3) */
extern int pthread_spin_destroy(pthread_spinlock_t *__lock) __PTHIN_NOTHROW;

/* Locks it, spinning until it is free: for ever if the caller has it itself.
 * POSIX.1-2024 pthread_spin_lock; man pthread_spin_lock(3) */
extern int pthread_spin_lock(pthread_spinlock_t *__lock) __PTHIN_NOTHROW;

/* Locks it if it is free. EBUSY. POSIX.1-2024 pthread_spin_lock; man pthread_spin_trylock(3) */
extern int pthread_spin_trylock(pthread_spinlock_t *__lock) __PTHIN_NOTHROW;

/* Unlocks it. POSIX.1-2024 pthread_spin_unlock; man pthread_spin_unlock(3) */
extern int pthread_spin_unlock(pthread_spinlock_t *__lock) __PTHIN_NOTHROW;

/* ---- barriers ---- */

/* Makes a barrier for count threads; attr NULL: defaults. EINVAL count 0 or too large; EAGAIN;
 * ENOMEM. POSIX.1-2024 pthread_barrier_destroy; man pthread_barrier_init(3p) */
extern int pthread_barrier_init(pthread_barrier_t *__restrict __barrier,
                                const pthread_barrierattr_t *__restrict __attr,
                                unsigned int __count) __PTHIN_NOTHROW;

/* Ends it, once the threads it released have left it.
 * POSIX.1-2024 pthread_barrier_destroy; man pthread_barrier_destroy(3p) */
extern int pthread_barrier_destroy(pthread_barrier_t *__barrier) __PTHIN_NOTHROW;

/* Waits until count threads are here. One gets PTHREAD_BARRIER_SERIAL_THREAD, the others 0.
 * POSIX.1-2024 pthread_barrier_wait; man pthread_barrier_wait(3p) */
extern int pthread_barrier_wait(pthread_barrier_t *__barrier) __PTHIN_NOTHROW;

/* Fills attr with the defaults. ENOMEM.
 * POSIX.1-2024 pthread_barrierattr_destroy; man pthread_barrierattr_init(3p) */
extern int pthread_barrierattr_init(pthread_barrierattr_t *__attr) __PTHIN_NOTHROW;

/* Ends the use of attr.
 * POSIX.1-2024 pthread_barrierattr_destroy; man pthread_barrierattr_destroy(3p) */
extern int pthread_barrierattr_destroy(pthread_barrierattr_t *__attr) __PTHIN_NOTHROW;

/* Whether barriers with attr are shared between processes.
 * POSIX.1-2024 pthread_barrierattr_getpshared; man pthread_barrierattr_getpshared(3p) */
extern int pthread_barrierattr_getpshared(const pthread_barrierattr_t *__restrict __attr,
                                          int *__restrict __shared) __PTHIN_NOTHROW;

/* PTHREAD_PROCESS_PRIVATE (the default) or PTHREAD_PROCESS_SHARED. EINVAL others.
 * POSIX.1-2024 pthread_barrierattr_getpshared; man pthread_barrierattr_setpshared(3p) */
extern int pthread_barrierattr_setpshared(pthread_barrierattr_t *__attr,
                                          int __shared) __PTHIN_NOTHROW;

#ifdef __cplusplus
}
#endif

#endif
