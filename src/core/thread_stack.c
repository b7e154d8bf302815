/* SPDX-License-Identifier: MIT */
/* The stack of a thread, whoever made it. */
#include <asm/errno.h>

#include "host/host.h"

int thread_stack(uintptr_t handle, struct stack *stack, bool *detached)
{
    struct thread *t = thread_of(handle);
    if (thread_is_dead(t))
        return ESRCH;
    /* relaxed: a snapshot */
    *detached = atomic_load_explicit(&t->state, memory_order_relaxed) & THREAD_DETACHED;
    if (t->kind == THREAD_ENGINE) {
        *stack = t->stack;
        stack->low += stack->size - stack->asked;
        stack->size = stack->asked;
        return 0;
    }
    if (thread_is_foreign(t))
        return host_foreign_stack(handle, stack, detached);
    return thread_initial_stack(stack);
}
