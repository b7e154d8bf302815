/* SPDX-License-Identifier: MIT */
/*
 * The robust list: the mutexes that a thread holds and that the kernel must mark when the
 * thread dies. The head is per thread, registered with the kernel; one list serves the libc's
 * and our mutexes.
 */
#ifndef PTHIN_CORE_ROBUST_H
#define PTHIN_CORE_ROBUST_H

#include "thread.h"

/* The lock word of an entry, with which the kernel works (linux/futex.h):
   the owner's tid, FUTEX_OWNER_DIED, FUTEX_WAITERS. */
#define ROBUST_TID_MASK   0x3fffffffu
#define ROBUST_OWNER_DIED 0x40000000u
#define ROBUST_WAITERS    0x80000000u

/* From an entry's link to its lock word. glibc's offset, so that one list holds both kinds:
   the word is the first of a mutex, the link behind 24 bytes and a pointer on 64 bits, behind
   20 bytes on 32. */
#define ROBUST_FUTEX_OFFSET (sizeof(void *) == 8 ? -32L : -20L)

/* Makes *head an empty list, and the caller's. */
void robust_register(struct robust_head *head);

/* Whether the kernel walks such lists. */
bool robust_supported(void);

/* Does for the caller what the kernel would at its exit, and leaves the list empty. */
void robust_release_all(void);

#endif
