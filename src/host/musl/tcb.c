/* SPDX-License-Identifier: MIT */
/* TLS and TCB of a thread, which musl itself lays out in the area above the stack. */
#include "musl.h"

/* From here on it is quicker to have the kernel hand out zeroed pages. */
#define ZERO_BY_KERNEL ((size_t)256 << 10)

void musl_adopt_tid(void)
{
    struct thread *t = thread_self();
    atomic_store_explicit(&t->tid, host_self_tid(), memory_order_relaxed);
    /* musl has the kernel clear its list lock when this thread ends. */
    sys_set_tid_address(&t->tid);
}

size_t host_tls_size(void)
{
    return __libc.tls_size;
}

struct thread *host_tcb_place(char *area)
{
    /* Only musl knows: it sets the area up for that. */
    struct musl_thread *m = __copy_tls((unsigned char *)area);
    return thread_of((uintptr_t)m);
}

static void zero(char *area, size_t size)
{
    uintptr_t low = round_up((uintptr_t)area, __libc.page_size);
    uintptr_t high = round_down((uintptr_t)area + size, __libc.page_size);
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
        char *area = stack->map + stack->map_size - __libc.tls_size;
        zero(area, __libc.tls_size);
        if (__copy_tls((unsigned char *)area) != m)
            __builtin_trap(); /* a thread's block is not where it was */
    }
    const struct musl_thread *self = musl_self();
    m->self = m;
    m->sysinfo = self->sysinfo;
    m->canary = self->canary;
    m->locale = &__libc.global_locale;
    m->map = (unsigned char *)stack->map;
    m->map_size = stack->map_size;
    m->stack = stack->low + stack->size;
    m->stack_size = stack->size;
    m->guard_size = stack->guard;
    m->prev = m->next = m;
    return 0;
}
