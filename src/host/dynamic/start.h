/* SPDX-License-Identifier: MIT */
/* What the hosts of shared libraries, glibc and the dynamic musl, do alike when the library is loaded
   and when the first thread is created. */
#ifndef PTHIN_HOST_DYNAMIC_START_H
#define PTHIN_HOST_DYNAMIC_START_H

#include <errno.h>

#include "core/base.h"

/*
 * The word: whether the engine's threads can live here.
 *   UNKNOWN   nobody has created a thread, or there was no memory for the self-check
 *   CHECKING  a thread is in calibrate(); others sleep on the word
 *   READY     for good
 *   UNUSABLE  for good: the libc's own threads are used
 */
enum { START_UNKNOWN, START_CHECKING, START_READY, START_UNUSABLE };
extern PTHIN_HIDDEN _Atomic uint32_t start_state;

int start_slow(void);

/* What host_start returns. */
static inline int start_ready(void)
{
    /* acquire: pairs with set_state */
    if (likely(atomic_load_explicit(&start_state, memory_order_acquire) == START_READY))
        return 0;
    return start_slow();
}

/* By the constructor of the library (loaded.c). */
void start_loaded(void);

/* In the child of a fork. */
void start_after_fork(void);

/* Whether this environment variable is there, not empty and not 0. */
bool variable_is_set(const char *variable);

/* Whether the program looks names up here before it does in the libc. */
bool start_comes_first(void);

/* ---- The host's ---- */

/* A function of the libc's own. */
uintptr_t start_libc_function(void);

/* The name of the libc, and its version as far as it tells. */
const char *start_libc(void);

/*
 * The self-check: makes the libc multi-threaded, for good, learns from one of its own threads what
 * cannot be looked up, and checks all that the engine relies on. 0; EAGAIN: there was no memory or no
 * thread to be had; ENOSYS: something is not as we think, named in *error. The caller has all signals
 * but HOST_OPEN_SIGNALS blocked and cancellation disabled.
 */
int calibrate(const char **error);

/* Whether the caller is one of the threads that take part. */
bool calibrating(void);

#endif
