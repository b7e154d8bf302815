/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_HOST_MUSL_DYNAMIC_REACH_H
#define PTHIN_HOST_MUSL_DYNAMIC_REACH_H

#include "core/base.h"

/* libc.so's variables: the writable segment. */
struct musl_segment {
    uintptr_t from, to;
};
extern PTHIN_HIDDEN struct musl_segment musl_segment;

/* Finds what musl_places has, but for list_waiters, and maybe the lock. Returns NULL, or what is not
   as expected. The constructor of this library calls it, and the self-check once more. */
const char *musl_find(void);

/* Where the lock is. */
void musl_found_lock(_Atomic uint32_t *lock);

/* All that was found is not to be used: the self-check failed. */
void musl_forget(void);

#endif
