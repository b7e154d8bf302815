/* SPDX-License-Identifier: MIT */
/*
 * What the host_config.h has for dynamic programs and not for static ones: musl's own threads exist
 * beside the engine's, and musl cancels both. See ../../host.h for what each piece means.
 */
#ifndef PTHIN_HOST_MUSL_DYNAMIC_CONFIG_H
#define PTHIN_HOST_MUSL_DYNAMIC_CONFIG_H

#include "core/thread.h"
#include "../reach.h"

#define HOST_GUARD_MOST        (SIZE_MAX / 8)
#define HOST_HAS_DEFAULT_STACK 0
#define HOST_HAS_FOREIGN       1
#define HOST_RING              1
#define HOST_LEAK_CHECKERS     0
#define HOST_LIBC_SHARED       0
#define HOST_OWN_CANCEL        0
#define HOST_CANCEL_SIGNAL     33

/* musl sets it with the first thread, whoever creates that, and for good. */
static inline bool host_single_threaded(void)
{
    return !musl_libc->threaded;
}

static inline _Atomic uint32_t *host_exit_word(struct thread *t)
{
    return &t->tid;
}

/* Between the two no library is being loaded (load.c). */
void host_create_begin(void);
void host_create_end(void);

#endif
