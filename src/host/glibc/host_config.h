/* SPDX-License-Identifier: MIT */
/*
 * Inside a dynamically linked glibc, 2.34 or later. See ../host.h for what each piece means.
 * A thread's handle is the address of glibc's struct pthread, as with glibc's own threads.
 */
#ifndef PTHIN_HOST_CONFIG_H
#define PTHIN_HOST_CONFIG_H

#include <sys/single_threaded.h>
#include <sys/syscall.h>

#include "arch/arch.h"
#include "arch_glibc.h"
#include "core/syscalls.h"
#include "facts.h"

#define HOST_KEYS_MAX             1024
#define HOST_STACK_MIN            ARCH_GLIBC_STACK_MIN
#define HOST_STACK_MOST           SIZE_MAX
#define HOST_GUARD_MOST           SIZE_MAX
#define HOST_GETATTR_SCHED        1
#define HOST_GUARD_SIZE           host_page_size()
#define HOST_CLONE_BLOCKS_SIGNALS 1
#define HOST_OPEN_SIGNALS         SIGNAL_SETXID
#define HOST_HAS_DEFAULT_STACK    1
#define HOST_HAS_FOREIGN          1
#define HOST_RING                 0
#define HOST_LEAK_CHECKERS        1
#define HOST_LIBC_SHARED          1
#define HOST_LIBC_DROPS_BARRIERS  0
#define HOST_OWN_CANCEL           0
#define HOST_CANCEL_MASKED        0
#define HOST_CANCEL_SIGNAL        32
#define HOST_RESERVED_SIGNALS     (KSIG(HOST_CANCEL_SIGNAL) | SIGNAL_SETXID)

/* setuid and its relatives have every thread change its identity in a handler of this signal,
   and hold the lock of the thread lists (threads.c) until all have answered. */
#define SIGNAL_SETXID KSIG(33)

size_t host_page_size(void);

/* The caller's struct pthread, which is its pthread_t. It begins at the thread pointer, or lies
   below it if static TLS lies above. */
static inline uintptr_t glibc_self(void)
{
    /* Before our constructor ran, other libraries' constructors may come here. */
    if (ARCH_TLS_ABOVE_TP && unlikely(glibc_own.tp_offset == 0))
        first_find();
    return arch_thread_pointer() - (ARCH_TLS_ABOVE_TP ? glibc_own.tp_offset : 0);
}

static inline uintptr_t glibc_thread_pointer(uintptr_t handle)
{
    return handle + glibc_own.tp_offset;
}

static inline uintptr_t host_self_handle(void)
{
    return glibc_self();
}

/* glibc keeps it right in children of fork and _Fork. Before our constructor ran, other
   libraries' constructors may come here. */
static inline uint32_t host_self_tid(void)
{
    uint32_t offset = glibc_own.tid;
    if (unlikely(offset == 0)) /* no call: the functions that lock need no stack frame then */
        return (uint32_t)arch_syscall0(SYS_gettid);
    return atomic_load_explicit((_Atomic uint32_t *)(glibc_self() + offset), memory_order_relaxed);
}

/* glibc makes threads of its own. The engine's first thread comes after one, in calibrate(). */
static inline bool host_single_threaded(void)
{
    return __libc_single_threaded;
}

static inline _Atomic uint32_t *host_exit_word(struct thread *t)
{
    uintptr_t handle = (uintptr_t)t + (glibc_self() - (uintptr_t)thread_self());
    return (_Atomic uint32_t *)(handle + glibc_facts.exit_word);
}

static inline uint32_t host_tid(struct thread *t)
{
    uintptr_t handle = (uintptr_t)t + (glibc_self() - (uintptr_t)thread_self());
    return atomic_load_explicit((_Atomic uint32_t *)(handle + glibc_own.tid), memory_order_relaxed);
}

/* In glibc's descriptor, or, where we could not learn the place, our own (robust.c). */
static inline struct robust_head *host_robust_registered(void)
{
    uint32_t offset = glibc_facts.robust;
    if (likely(offset != 0))
        return (struct robust_head *)(glibc_self() + offset);
    struct robust_head *own = &thread_self()->robust;
    return own->next ? own : NULL;
}

static inline void host_create_begin(void) {}
static inline void host_create_end(void) {}

#endif
