/* SPDX-License-Identifier: MIT */
/* Blocks: a stack together with the TLS+TCB area of the thread that runs on it. */
#include "stack.h"

#include "trace.h"

#include <asm/errno.h>
#include "arch/arch.h"
#include "host/host.h"

/* What is to be mapped: a stack and the area above it, or, for a stack of the caller's, which stays
   wholly the caller's, the area alone. */
static int measure(struct stack *stack, const struct thread_attr *attr)
{
    size_t tls = host_tls_size();
    if (!attr->stack_low)
        return stack_measure(stack, attr->stack_size, attr->guard_size, tls);
    return stack_measure(stack, 0, 0, tls);
}

static void give_back(struct thread *t, const struct stack *stack)
{
    if (t)
        host_tcb_release(t);
    if (stack->map_size)
        stack_unmap(stack);
}

/* A new block, mapped as measured. NULL: no memory. */
static struct thread *block_new(struct stack *stack, const struct thread_attr *attr)
{
    char *area = NULL;
    if (stack->map_size) {
        if (stack_map(stack) != 0)
            return NULL;
        if (host_tls_size())
            area = stack->map + stack->map_size - host_tls_size();
    }
    struct thread *t = host_tcb_place(area);
    if (attr->stack_low) {
        stack->low = attr->stack_low;
        stack->size = stack->asked = attr->stack_size;
    }
    if (t && host_tcb_init(t, stack, false) == 0)
        return t;
    give_back(t, stack);
    return NULL;
}

/* One that a thread has left. NULL: there is none. */
static struct thread *block_again(struct stack *stack, const struct thread_attr *attr)
{
    struct thread *t = attr->stack_low ? NULL : cache_take(stack);
    if (!t)
        return NULL;
    *stack = t->stack;
    stack->asked = attr->stack_size; /* not always the same: it was rounded to measure */
    if (host_tcb_init(t, stack, true) == 0)
        return t;
    give_back(t, stack);
    return NULL;
}

int block_get(struct thread **out, const struct thread_attr *attr)
{
    struct stack stack;
#if HOST_RING
    if (unlikely(blocks_reclaim != NULL))
        blocks_reclaim();
#endif
    int err = measure(&stack, attr);
    if (err)
        return err;
    struct thread *t = block_again(&stack, attr);
    if (!t)
        t = block_new(&stack, attr);
    /* Under memory pressure the cache gives way. */
    if (!t && cache_drain())
        t = block_new(&stack, attr);
    if (!t)
        return EAGAIN;
    t->kind = THREAD_ENGINE;
    t->stack = stack;
    *out = t;
    return 0;
}

void block_put(struct thread *t)
{
    trace_free(t);
    if (!cache_give(t))
        block_unmap(t);
}

_Noreturn void block_put_self(struct thread *t)
{
    trace_free(t);
    if (cache_give(t))
        sys_exit_thread();

    struct stack stack = t->stack;
    block_note_unmapped();
    if (host_tls_size()) {
        /* The kernel must neither write the tid word nor walk the robust list any more. */
        sys_set_tid_address(NULL);
        sys_set_robust_list(NULL, sizeof(struct robust_head));
    } else {
        /* The area outlives the thread; the tid word tells when it can be used again. */
        host_tcb_release(t);
    }
    if (stack.map_size) {
        if (HOST_OPEN_SIGNALS) {
            /* No handler may find itself without a stack. */
            ksigset all = KSIG_ALL;
            sys_sigprocmask(KSIG_BLOCK, &all, NULL);
        }
        stack_will_unmap();
        arch_unmap_and_exit(stack.map, stack.map_size);
    }
    sys_exit_thread();
}
