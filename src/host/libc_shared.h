/* SPDX-License-Identifier: MIT */
/*
 * Locks between processes, in the format of the libc around us: a process that runs on that alone
 * may share them with one that runs on pthin. Only where the host says so (HOST_LIBC_SHARED); for
 * the others all of this is nothing.
 */
#ifndef PTHIN_HOST_LIBC_SHARED_H
#define PTHIN_HOST_LIBC_SHARED_H

#include <pthread.h>
#include <time.h>

#include "host.h"

/* The libc's functions, as POSIX says what they do; but init makes an object that is
   PTHREAD_PROCESS_SHARED, with the attributes that are named. */
struct libc_shared {
    int (*rwlock_init)(pthread_rwlock_t *, int kind);
    int (*rwlock_destroy)(pthread_rwlock_t *);
    int (*rwlock_tryrdlock)(pthread_rwlock_t *);
    int (*rwlock_trywrlock)(pthread_rwlock_t *);
    /* With a time, or NULL: for ever. */
    int (*rwlock_rdlock)(pthread_rwlock_t *, clockid_t, const struct timespec *);
    int (*rwlock_wrlock)(pthread_rwlock_t *, clockid_t, const struct timespec *);
    int (*rwlock_unlock)(pthread_rwlock_t *);
    int (*barrier_init)(pthread_barrier_t *, unsigned count);
    int (*barrier_destroy)(pthread_barrier_t *);
    int (*barrier_wait)(pthread_barrier_t *);
    /* False: the libc's would lose signals to waiters that were killed; no such are made. */
    bool (*cond_init)(pthread_cond_t *, clockid_t);
    /* Whether a condition variable that processes share is the libc's. */
    bool (*cond_is)(const pthread_cond_t *);
    int (*cond_destroy)(pthread_cond_t *);
    int (*cond_signal)(pthread_cond_t *);
    int (*cond_broadcast)(pthread_cond_t *);
    int (*cond_wait)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
    /* The one that it was initialised with. */
    clockid_t (*cond_clock)(const pthread_cond_t *);
};

extern PTHIN_HIDDEN const struct libc_shared libc_shared;

#endif
