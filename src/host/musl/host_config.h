/* SPDX-License-Identifier: MIT */
/* A program on musl, static or dynamic. See ../host.h for what each piece means. */
#ifndef PTHIN_HOST_CONFIG_H
#define PTHIN_HOST_CONFIG_H

#if PTHIN_STATIC
#    include "host/static/config.h"
#else
#    include "dynamic/config.h"
#endif
#include "reach.h"

#include <asm/unistd.h>

#define HOST_KEYS_MAX             128
#define HOST_STACK_MIN            2048
#define HOST_STACK_MOST           (HOST_STACK_MIN + SIZE_MAX / 4)
#define HOST_GETATTR_SCHED        0
#define HOST_GUARD_SIZE           8192
#define HOST_CLONE_BLOCKS_SIGNALS 1
#define HOST_CANCEL_MASKED        1
/* In timer_create: nobody touches a barrier of musl's own any more by then. libc.so has its own. */
#define HOST_LIBC_DROPS_BARRIERS PTHIN_STATIC
/* musl's broadcasts to all threads: setuid and its like, and membarrier on old kernels. */
#define HOST_BROADCAST_SIGNAL 34
#define HOST_OPEN_SIGNALS     KSIG(HOST_BROADCAST_SIGNAL)
/* And 32, the signal of timers, is musl's to block: its timer threads start with it blocked. */
#define HOST_RESERVED_SIGNALS (KSIG(HOST_CANCEL_SIGNAL) | KSIG(HOST_BROADCAST_SIGNAL))

static inline uintptr_t host_self_handle(void)
{
    return (uintptr_t)musl_self();
}

static inline uint32_t host_self_tid(void)
{
    /* Before the library is loaded, other libraries may come here. */
    if (unlikely(!musl_is_known))
        return (uint32_t)arch_syscall0(__NR_gettid);
    /* musl's own, which its _Fork sets anew. relaxed: only the thread itself looks */
    return atomic_load_explicit(&musl_self()->tid, memory_order_relaxed);
}

#if HOST_OWN_CANCEL
static inline _Atomic uint32_t *host_cancel_flag(struct thread *t)
{
    /* musl's own: its timer and aio threads clear it before they call the program. */
    return &musl_of(t)->cancel;
}
#endif

static inline uint32_t host_tid(struct thread *t)
{
    return atomic_load_explicit(&musl_of(t)->tid, memory_order_relaxed);
}

/* musl's head serves because its _Fork takes back the registration, as the kernel does. */
static inline struct robust_head *host_robust_registered(void)
{
    if (unlikely(!musl_is_known)) {
        struct robust_head *own = &thread_self()->robust;
        return own->next ? own : NULL;
    }
    struct robust_head *head = &musl_self()->robust;
    return head->futex_offset ? head : NULL;
}

#endif
