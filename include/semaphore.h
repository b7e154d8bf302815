/* SPDX-License-Identifier: MIT */
/* POSIX semaphores: pthin's <semaphore.h>, the same for a program on glibc, on musl or with no
 * libc. The types are the host's, through <pthin/bits/semaphore.h>; the guard is the one both
 * libcs use: whichever semaphore.h is seen first is the one.
 *
 * Unless its comment says otherwise, a function returns 0, or -1 with one of the error numbers
 * listed there in errno. Times are absolute. */
#ifndef _SEMAPHORE_H
#define _SEMAPHORE_H 1
#pragma GCC system_header

#include <pthin/bits/semaphore.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Makes a semaphore of that value; shared not 0: for all processes that have its memory mapped.
 * EINVAL value above SEM_VALUE_MAX. POSIX.1-2024 sem_init; man sem_init(3) */
extern int sem_init(sem_t *__sem, int __shared, unsigned int __value) __PTHIN_NOTHROW;

/* Ends it. No thread may be blocked on it; the last one that was may just have been posted.
 * POSIX.1-2024 sem_destroy; man sem_destroy(3) */
extern int sem_destroy(sem_t *__sem) __PTHIN_NOTHROW;

/* The semaphore of that name, for all processes: SEM_FAILED with errno, or its address, the same
 * one until it has been closed as often as opened. With O_CREAT in flags two more arguments, its
 * mode_t and its unsigned value, make it if there is none; with O_EXCL too there must be none.
 * EACCES; EEXIST; EINVAL bad name, value above SEM_VALUE_MAX, not a semaphore; EMFILE; ENAMETOOLONG
 * over 251 bytes behind the slash; ENFILE; ENOENT no such semaphore; ENOMEM; ENOSPC.
 * POSIX.1-2024 sem_open; man sem_open(3) */
extern sem_t *sem_open(const char *__name, int __flags, ...) __PTHIN_NOTHROW;

/* Ends the use of a semaphore that was opened; it stays as it is. EINVAL not one of those.
 * POSIX.1-2024 sem_close; man sem_close(3) */
extern int sem_close(sem_t *__sem) __PTHIN_NOTHROW;

/* Takes away the name; the semaphore is there until all have closed it. EACCES; ENAMETOOLONG;
 * ENOENT no such semaphore. POSIX.1-2024 sem_unlink; man sem_unlink(3) */
extern int sem_unlink(const char *__name) __PTHIN_NOTHROW;

/* Takes one off the value, waiting while it is 0. EINTR a signal handler ran (one without
 * SA_RESTART). Cancellation point. POSIX.1-2024 sem_trywait; man sem_wait(3) */
extern int sem_wait(sem_t *__sem);

/* As sem_wait without waiting. EAGAIN the value is 0.
 * POSIX.1-2024 sem_trywait; man sem_trywait(3) */
extern int sem_trywait(sem_t *__sem) __PTHIN_NOTHROW;

/* As sem_wait until abstime of CLOCK_REALTIME. ETIMEDOUT; EINVAL it would wait, and bad
 * nanoseconds; EINTR maybe with SA_RESTART too. Cancellation point.
 * POSIX.1-2024 sem_clockwait; man sem_timedwait(3) */
extern int sem_timedwait(sem_t *__restrict __sem, const struct timespec *__restrict __abstime)
    __PTHIN_TIMED(sem_timedwait);

/* As sem_timedwait by CLOCK_REALTIME or CLOCK_MONOTONIC. EINVAL another clock.
 * Cancellation point. POSIX.1-2024 sem_clockwait */
extern int sem_clockwait(sem_t *__restrict __sem, clockid_t __clock,
                         const struct timespec *__restrict __abstime)
    __PTHIN_CLOCKED(sem_clockwait);

/* Adds one to the value, which lets one waiter go on. EOVERFLOW it would be above SEM_VALUE_MAX.
 * May be called in signal handlers. POSIX.1-2024 sem_post; man sem_post(3) */
extern int sem_post(sem_t *__sem) __PTHIN_NOTHROW;

/* The value, 0 while threads wait. POSIX.1-2024 sem_getvalue; man sem_getvalue(3) */
extern int sem_getvalue(sem_t *__restrict __sem, int *__restrict __value) __PTHIN_NOTHROW;

#ifdef __cplusplus
}
#endif

#endif
