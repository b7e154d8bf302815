/* SPDX-License-Identifier: MIT */
/* Threads of ISO C: pthin's <threads.h>, the same for a program on glibc, on musl or with no libc.
 * They are POSIX threads under other names: what <pthread.h> has works on them too. The types are
 * the host's, through <pthin/bits/threads.h>; the guard is the one both libcs use: whichever
 * threads.h is seen first is the one.
 *
 * Unless its comment says otherwise, a function that returns int returns thrd_success, thrd_error,
 * or what is listed there. Times are absolute, in TIME_UTC (CLOCK_REALTIME). Section numbers are
 * those of C11 and C17. */
#ifndef _THREADS_H
#define _THREADS_H 1
#pragma GCC system_header

#include <pthin/bits/threads.h>

#define __STDC_VERSION_THREADS_H__ 202311L

/* A keyword in C++ and from C23 on. */
#if !defined __cplusplus && !defined thread_local &&                                               \
    (!defined __STDC_VERSION__ || __STDC_VERSION__ < 202311L)
#    define thread_local _Thread_local
#endif

/* How often the destructors of thread-specific storage are called at most */
#define TSS_DTOR_ITERATIONS 4

/* What the functions return */
enum { thrd_success = 0, thrd_busy = 1, thrd_error = 2, thrd_nomem = 3, thrd_timedout = 4 };

/* mtx_init: mtx_plain or mtx_timed, either one with mtx_recursive or without */
enum { mtx_plain = 0, mtx_recursive = 1, mtx_timed = 2 };

typedef int (*thrd_start_t)(void *);
typedef void (*tss_dtor_t)(void *);

#ifdef __cplusplus
extern "C" {
#endif

/* ---- once ---- */

/* Calls func in the first call with this flag, which begins as ONCE_FLAG_INIT; every call returns
 * after func has. If func is cancelled, throws or ends its thread, the next call runs it again.
 * 7.26.2.1; man call_once(3) */
extern void call_once(once_flag *__flag, void (*__func)(void));

/* ---- condition variables ---- */

/* Makes a condition variable. thrd_nomem. 7.26.3.3 */
extern int cnd_init(cnd_t *__cond);

/* Ends it, once the threads woken from it have left it. 7.26.3.2 */
extern void cnd_destroy(cnd_t *__cond);

/* Wakes a waiter, if there is one. 7.26.3.4 */
extern int cnd_signal(cnd_t *__cond);

/* Wakes all waiters. 7.26.3.1 */
extern int cnd_broadcast(cnd_t *__cond);

/* Unlocks the mutex and waits in one step; has the mutex again on return, on cancellation too. May
 * return with no signal. thrd_error also if the mutex can tell that it is not the caller's.
 * Cancellation point. 7.26.3.6 */
extern int cnd_wait(cnd_t *__cond, mtx_t *__mutex);

/* As cnd_wait until that time. thrd_timedout. Cancellation point. 7.26.3.5 */
extern int cnd_timedwait(cnd_t *__restrict __cond, mtx_t *__restrict __mutex,
                         const struct timespec *__restrict __time) __PTHIN_TIMED(cnd_timedwait);

/* ---- mutexes ---- */

/* Makes a mutex. thrd_error no such type. 7.26.4.2 */
extern int mtx_init(mtx_t *__mutex, int __type);

/* Ends it; nobody has it locked. 7.26.4.1 */
extern void mtx_destroy(mtx_t *__mutex);

/* Locks it, waiting if need be. The owner of a recursive one locks it once more. 7.26.4.3 */
extern int mtx_lock(mtx_t *__mutex);

/* As mtx_lock until that time. thrd_timedout. 7.26.4.4 */
extern int mtx_timedlock(mtx_t *__restrict __mutex, const struct timespec *__restrict __time)
    __PTHIN_TIMED(mtx_timedlock);

/* As mtx_lock without waiting. thrd_busy. 7.26.4.5 */
extern int mtx_trylock(mtx_t *__mutex);

/* Unlocks it. thrd_error also if a recursive one is not the caller's. 7.26.4.6 */
extern int mtx_unlock(mtx_t *__mutex);

/* ---- threads ---- */

/* Starts a thread that runs func(arg); its id is in *thr before it starts. thrd_nomem no memory, or
 * a limit on threads reached. 7.26.5.1 */
extern int thrd_create(thrd_t *__thr, thrd_start_t __func, void *__arg);

/* The calling thread's id. 7.26.5.2 */
extern thrd_t thrd_current(void);

/* Lets the thread free itself when it ends; nobody may join it afterwards. 7.26.5.3 */
extern int thrd_detach(thrd_t __thr);

/* Not 0 if both ids are of the same thread. 7.26.5.4 */
extern int thrd_equal(thrd_t __a, thrd_t __b);

/* Ends the calling thread with this result, after the destructors of its thread-specific storage;
 * the process ends with its last thread. Does not return. 7.26.5.5 */
extern void thrd_exit(int __result) __attribute__((__noreturn__));

/* Waits for the thread's end, stores its result in *result unless NULL and frees the thread.
 * Cancellation point. 7.26.5.6 */
extern int thrd_join(thrd_t __thr, int *__result);

/* Sleeps that long. 0; -1 a signal handler ran, what is left is in *left unless NULL; below -1 it
 * failed. Cancellation point. 7.26.5.7 */
extern int thrd_sleep(const struct timespec *__time, struct timespec *__left)
    __PTHIN_TIMED(thrd_sleep);

/* Lets another thread run. 7.26.5.8 */
extern void thrd_yield(void);

/* ---- thread-specific storage ---- */

/* Makes a key, with value NULL in every thread; at a thread's end destructor is called with its
 * value, if neither is NULL. 7.26.6.1 */
extern int tss_create(tss_t *__key, tss_dtor_t __destructor);

/* Ends the key without calling its destructor. 7.26.6.2 */
extern void tss_delete(tss_t __key);

/* The calling thread's value. 7.26.6.3 */
extern void *tss_get(tss_t __key);

/* Sets it. 7.26.6.4 */
extern int tss_set(tss_t __key, void *__value);

#ifdef __cplusplus
}
#endif

#endif
