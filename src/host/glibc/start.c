/* SPDX-License-Identifier: MIT */
/* When the first thread is created. */
#include <errno.h>
#include <gnu/libc-version.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "calibrate.h"
#include "fork.h"
#include "host/host.h"
#include "start.h"
#include "symbols.h"

/*
 * The word: whether the engine's threads can live here.
 *   UNKNOWN   nobody has created a thread, or there was no memory for the self-check
 *   CHECKING  a thread is in calibrate(); others sleep on the word
 *   READY     for good
 *   UNUSABLE  for good: glibc's own threads are used
 */
enum { UNKNOWN, CHECKING, READY, UNUSABLE };
static _Atomic uint32_t state;

bool variable_is_set(const char *variable)
{
    const char *value = host_environment(variable);
    return value && *value && !(value[0] == '0' && !value[1]);
}

static void set_state(uint32_t to)
{
    /* release: pairs with host_start's load; the facts are seen */
    atomic_store_explicit(&state, to, memory_order_release);
    futex_wake(&state, FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
}

static void report(int err, bool disabled, const char *error)
{
    const char *result = "self-check passed";
    if (err == EAGAIN)
        result = "no memory or no thread for the self-check, will try again";
    else if (disabled)
        result = "no self-check, the C library's own threads are used: ";
    else if (err)
        result = "self-check failed, the C library's own threads are used: ";
    fprintf(stderr, "pthin: glibc %s: %s%s\n", gnu_get_libc_version(), result,
            err && error ? error : "");
}

/* The caller has set CHECKING. */
static int check(void)
{
    ksigset all = KSIG_ALL & ~HOST_OPEN_SIGNALS, mask;
    int cancel_state, saved_errno = errno;
    const char *error = "PTHIN_DISABLE is set";
    bool disabled = variable_is_set("PTHIN_DISABLE");
    int err = ENOSYS;
    sys_sigprocmask(KSIG_BLOCK, &all, &mask);
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel_state);
    if (!disabled)
        err = calibrate(&error);
    if (variable_is_set("PTHIN_VERBOSE"))
        report(err, disabled, error);
    set_state(err == 0 ? READY : err == EAGAIN ? UNKNOWN : UNUSABLE);
    pthread_setcancelstate(cancel_state, NULL);
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
    errno = saved_errno;
    return err;
}

static __attribute__((noinline)) int start_slow(void)
{
    /* A malloc that creates threads came here from within the self-check. */
    if (calibrating())
        return EAGAIN;
    for (;;) {
        /* acquire: pairs with set_state */
        uint32_t seen = atomic_load_explicit(&state, memory_order_acquire);
        if (seen == READY)
            return 0;
        if (seen == UNUSABLE)
            return ENOSYS;
        if (seen == CHECKING)
            futex_wait(&state, CHECKING, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
        else if (atomic_compare_exchange_strong_explicit(
                     &state, &seen, CHECKING, memory_order_acquire, memory_order_relaxed))
            return check();
    }
}

int host_start(void)
{
    fork_catch_up();
    /* acquire: pairs with set_state */
    if (likely(atomic_load_explicit(&state, memory_order_acquire) == READY))
        return 0;
    return start_slow();
}

void start_after_fork(void)
{
    /* The thread that was checking is not in the child. */
    if (atomic_load_explicit(&state, memory_order_relaxed) == CHECKING)
        atomic_store_explicit(&state, UNKNOWN, memory_order_relaxed);
}
