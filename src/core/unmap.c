/* SPDX-License-Identifier: MIT */
/* Blocks that go back to the kernel, and IDs that then lead nowhere. */
#include "stack.h"

#include <asm/errno.h>
#include "host/host.h"

#if HOST_RING
void (*blocks_reclaim)(void);
#endif

/* Some block went back to the kernel together with its metadata, so that the ID of a thread may
   lead nowhere. Most processes never get here, and the ID need not be looked into with a call. */
static atomic_bool any_unmapped;

void block_note_unmapped(void)
{
    if (host_tls_size()) /* otherwise the host keeps areas apart, and never unmaps them */
        /* relaxed: who still has the ID learned from the joiner, or is wrong anyway */
        atomic_store_explicit(&any_unmapped, true, memory_order_relaxed);
}

bool block_is_unmapped(const struct thread *t)
{
    if (likely(!atomic_load_explicit(&any_unmapped, memory_order_relaxed)))
        return false;
    /* The kernel looks for us: a wait that is over at once, whatever the word is. Any other error
       tells nothing: a live thread must not be taken for one that is gone. */
    struct deadline passed = {.clock = 1};
    return futex_wait(&t->state, 0, FUTEX_THREADS, &passed, FUTEX_ANY_BIT) == -EFAULT;
}

void block_unmap(struct thread *t)
{
    block_note_unmapped();
    /* Where the area lies inside the mapping, t itself goes with it. */
    struct stack stack = t->stack;
    host_tcb_release(t);
    if (stack.map_size)
        stack_unmap(&stack);
}
