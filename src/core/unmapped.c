/* SPDX-License-Identifier: MIT */
/* IDs that lead nowhere. */
#include "stack.h"

#include <asm/errno.h>
#include "host/host.h"

/* Some block went back to the kernel together with its metadata, so that the ID of a thread may
   lead nowhere. Most processes never get here, and the ID need not be looked into with a call. */
static atomic_bool any_unmapped;

void block_note_unmapped(void)
{
    if (HOST_RING) /* otherwise the host keeps areas apart, and never unmaps them */
        /* relaxed: who still has the ID learned from the joiner, or is wrong anyway */
        atomic_store_explicit(&any_unmapped, true, memory_order_relaxed);
}

bool block_is_unmapped(const struct thread *t)
{
    if (likely(!atomic_load_explicit(&any_unmapped, memory_order_relaxed)))
        return false;
    /* Any other error tells nothing: a live thread must not be taken for one that is gone. */
    return futex_probe(&t->state) == -EFAULT;
}
