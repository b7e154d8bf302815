/* SPDX-License-Identifier: MIT */
/* When the first thread is created. */
#include "start.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/cpus.h"
#include "host/host.h"

static void set_state(uint32_t to)
{
    /* release: pairs with host_start's load; the facts are seen */
    atomic_store_explicit(&start_state, to, memory_order_release);
    futex_wake(&start_state, FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
}

static void report(int err, bool disabled, const char *error)
{
    const char *result =
        start_comes_first()
            ? "self-check passed"
            : "self-check passed, but the program's threads are the C library's, which "
              "comes before pthin: link the program, and not a library, with pthin";
    if (err == EAGAIN)
        result = "no memory or no thread for the self-check, will try again";
    else if (disabled)
        result = "no self-check, the C library's own threads are used: ";
    else if (err)
        result = "self-check failed, the C library's own threads are used: ";
    fprintf(stderr, "pthin: %s: %s%s\n", start_libc(), result, err && error ? error : "");
}

/* The caller has set START_CHECKING. */
static int check(void)
{
    ksigset all = KSIG_ALL & ~HOST_OPEN_SIGNALS, mask;
    int cancel_state, saved_errno = errno;
    const char *error = "PTHIN_DISABLE is set";
    bool disabled = variable_is_set("PTHIN_DISABLE");
    int err = ENOSYS;
    cpus_measure();
    sys_sigprocmask(KSIG_BLOCK, &all, &mask);
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel_state);
    if (!disabled)
        err = calibrate(&error);
    if (variable_is_set("PTHIN_VERBOSE"))
        report(err, disabled, error);
    set_state(err == 0 ? START_READY : err == EAGAIN ? START_UNKNOWN : START_UNUSABLE);
    pthread_setcancelstate(cancel_state, NULL);
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
    errno = saved_errno;
    return err;
}

int start_slow(void)
{
    /* A malloc that creates threads came here from within the self-check. */
    if (calibrating())
        return EAGAIN;
    for (;;) {
        /* acquire: pairs with set_state */
        uint32_t seen = atomic_load_explicit(&start_state, memory_order_acquire);
        if (seen == START_READY)
            return 0;
        if (seen == START_UNUSABLE)
            return ENOSYS;
        if (seen == START_CHECKING)
            futex_wait(&start_state, START_CHECKING, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
        else if (atomic_compare_exchange_strong_explicit(&start_state, &seen, START_CHECKING,
                                                         memory_order_acquire,
                                                         memory_order_relaxed))
            return check();
    }
}
