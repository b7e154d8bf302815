/* SPDX-License-Identifier: MIT */
/* The blocks of threads that a process had and its child has not. */
#include "stack.h"

/* The first of those whose blocks are to be given back, and where they end; only the forking thread
   is there to look. */
static struct thread *vanished;
static const struct thread *vanished_end;

static void reclaim_vanished(void)
{
    struct thread *t = vanished, *self = thread_self();
    blocks_reclaim = NULL;
    while (t != vanished_end) {
        struct thread *next = t->next;
        /* Not the initial one; and its own list of them may have been cut while it changed. */
        if (t->kind == THREAD_ENGINE && t != self)
            block_unmap(t);
        if (next == t)
            break;
        t = next;
    }
}

void blocks_vanished(struct thread *first, const struct thread *end)
{
    /* The child of a child that made no threads has those of its parent's parent. */
    if (first == end)
        return;
    vanished = first;
    vanished_end = end;
    blocks_reclaim = reclaim_vanished;
}
