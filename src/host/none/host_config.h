/* SPDX-License-Identifier: MIT */
/* No libc: pthin owns the process. See ../host.h for what each piece means. */
#ifndef PTHIN_HOST_CONFIG_H
#define PTHIN_HOST_CONFIG_H

#include "arch/arch.h"
#include "host/static/config.h"

#define HOST_KEYS_MAX             1024
#define HOST_STACK_MIN            16384
#define HOST_STACK_MOST           PTRDIFF_MAX
#define HOST_GETATTR_SCHED        1
#define HOST_GUARD_SIZE           (4 * host_page_size())
#define HOST_CLONE_BLOCKS_SIGNALS 0
#define HOST_CANCEL_MASKED        0
#define HOST_LIBC_DROPS_BARRIERS  0
#define HOST_OPEN_SIGNALS         0
#define HOST_RESERVED_SIGNALS     (KSIG(32) | KSIG(33) | KSIG(34))

size_t host_page_size(void);

static inline uintptr_t host_self_handle(void)
{
    return arch_thread_pointer();
}

static inline uint32_t host_self_tid(void)
{
    return atomic_load_explicit(&thread_self()->tid, memory_order_relaxed);
}

static inline _Atomic uint32_t *host_cancel_flag(struct thread *t)
{
    return &t->cancel_requested;
}

static inline uint32_t host_tid(struct thread *t)
{
    return atomic_load_explicit(&t->tid, memory_order_relaxed);
}

static inline struct robust_head *host_robust_registered(void)
{
    struct robust_head *head = &thread_self()->robust;
    return head->next ? head : NULL;
}

#endif
