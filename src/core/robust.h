/* SPDX-License-Identifier: MIT */
/*
 * The robust list: the robust mutexes that a thread holds. When the thread dies, the kernel walks
 * the list and marks each mutex. Each thread has one list, whose head is registered with the
 * kernel. Where a libc has robust mutexes of its own, they are on the same list.
 */
#ifndef PTHIN_CORE_ROBUST_H
#define PTHIN_CORE_ROBUST_H

#include "thread.h"

/* The lock word of an entry, which the kernel reads and writes, as linux/futex.h has it: the
   owner's tid, FUTEX_OWNER_DIED, FUTEX_WAITERS. */
#define ROBUST_TID_MASK   0x3fffffffu
#define ROBUST_OWNER_DIED 0x40000000u
#define ROBUST_WAITERS    0x80000000u

/* How many bytes an entry's lock word is from its link in the list: the kernel takes one distance
   for the whole list, so it is that of glibc's mutexes. The lock word is the first of a mutex. The
   link is at byte 32 on 64 bits, at byte 20 on 32 bits. */
#define ROBUST_FUTEX_OFFSET (sizeof(void *) == 8 ? -32L : -20L)

/* Makes *head an empty list and registers it with the kernel for the caller. */
void robust_register(struct robust_head *head);

/* Whether the kernel walks such lists. */
bool robust_supported(void);

/* Marks all mutexes on the caller's list, as the kernel would when the caller ends, and empties the
   list. NULL in a static program before the first list is registered: one that locks no robust mutex
   does not contain it. */
extern PTHIN_HIDDEN void (*_Atomic robust_release_all)(void);

#endif
