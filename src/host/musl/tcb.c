/* SPDX-License-Identifier: MIT */
/* TLS and TCB of a thread, in the area above the stack. */
#include <asm/errno.h>

#include "core/stack.h"
#include "musl.h"

/* From here on it is quicker to have the kernel hand out zeroed pages. */
#define ZERO_BY_KERNEL ((size_t)256 << 10)

void musl_adopt_tid(void)
{
    struct thread *t = thread_self();
    atomic_store_explicit(&t->tid, host_self_tid(), memory_order_relaxed);
    if (!HOST_HAS_FOREIGN || t->kind == THREAD_ENGINE)
        sys_set_tid_address(&t->tid);
    /* Threads of musl's own end with its list lock held, for the kernel to clear. A fork undoes that,
       and not all musls (1.2.3) ask for it again in the child. */
    else if (musl_ring_is_known)
        sys_set_tid_address(musl_list_lock);
}

size_t host_tls_size(void)
{
    return musl_libc->tls_size;
}

struct thread *host_tcb_place(char *area)
{
    /* Where that is shows when the area is set up. */
    struct musl_thread *m = musl_copy_tls((unsigned char *)area);
    return thread_of((uintptr_t)m);
}

static void zero(char *area, size_t size)
{
    uintptr_t low = round_up((uintptr_t)area, musl_libc->page_size);
    uintptr_t high = round_down((uintptr_t)area + size, musl_libc->page_size);
    /* Refused for locked memory. */
    if (size >= ZERO_BY_KERNEL && sys_madvise((void *)low, high - low, KADV_DONTNEED) == 0) {
        __builtin_memset(area, 0, low - (uintptr_t)area);
        __builtin_memset((void *)high, 0, (uintptr_t)area + size - high);
    } else {
        __builtin_memset(area, 0, size);
    }
}

int host_tcb_init(struct thread *t, const struct stack *stack, bool reused)
{
    struct musl_thread *m = musl_of(t);
    if (reused) {
        /* The area ends the mapping. */
        char *area = stack->map + stack->map_size - musl_libc->tls_size;
        zero(area, musl_libc->tls_size);
        if (musl_copy_tls((unsigned char *)area) != m) {
            if (PTHIN_STATIC)
                __builtin_trap(); /* a thread's block is not where it was */
            /* A library with thread-local data came since: the thread's block would not be where it
               was. The engine gives the memory back and maps anew. */
            block_note_unmapped();
            return EAGAIN;
        }
    }
    const struct musl_thread *self = musl_self();
    m->self = m;
    m->sysinfo = self->sysinfo;
    m->canary = self->canary;
    m->locale = &musl_libc->global_locale;
    m->map = (unsigned char *)stack->map;
    m->map_size = stack->map_size;
    m->stack = stack->low + stack->size;
    m->stack_size = stack->size;
    m->guard_size = stack->guard;
    m->prev = m->next = m;
    return 0;
}
