/* SPDX-License-Identifier: MIT */
/*
 * What the host_config.h of the static hosts, musl and none, have in common: all threads are the
 * engine's, and so are their cancellation and their stacks. See ../host.h for what each piece
 * means.
 */
#ifndef PTHIN_HOST_STATIC_CONFIG_H
#define PTHIN_HOST_STATIC_CONFIG_H

#include "core/cpus.h"
#include "core/thread.h"

#define HOST_GUARD_MOST        (SIZE_MAX / 8)
#define HOST_HAS_DEFAULT_STACK 0
#define HOST_HAS_FOREIGN       0
#define HOST_RING              1
#define HOST_LEAK_CHECKERS     0
#define HOST_LIBC_SHARED       0
#define HOST_OWN_CANCEL        1
#define HOST_CANCEL_SIGNAL     33

/* All threads are made by the engine, which counts CPUs before the first. */
static inline bool host_single_threaded(void)
{
    return cpus_usable() == 0;
}

static inline _Atomic uint32_t *host_exit_word(struct thread *t)
{
    return &t->tid;
}

static inline void host_create_begin(void) {}
static inline void host_create_end(void) {}

#endif
