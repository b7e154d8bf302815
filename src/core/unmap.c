/* SPDX-License-Identifier: MIT */
/* Blocks that go back to the kernel. */
#include "stack.h"

#include "host/host.h"

#if HOST_RING
void (*blocks_reclaim)(void);
#endif

void block_unmap(struct thread *t)
{
    block_note_unmapped();
    /* Where the area lies inside the mapping, t itself goes with it. */
    struct stack stack = t->stack;
    host_tcb_release(t);
    if (stack.map_size)
        stack_unmap(&stack);
}
