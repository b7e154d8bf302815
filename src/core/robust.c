/* SPDX-License-Identifier: MIT */
#include "robust.h"

#include "host/host.h"

/* Entries and the pending pointer carry a priority inheritance mark in bit 0. */
#define PI_MARK ((uintptr_t)1)

static void release(uintptr_t entry, long futex_offset, uint32_t tid)
{
    _Atomic uint32_t *word = (_Atomic uint32_t *)((entry & ~PI_MARK) + (uintptr_t)futex_offset);
    uint32_t old = atomic_load_explicit(word, memory_order_relaxed);
    do {
        if ((old & ROBUST_TID_MASK) != tid)
            return;
        /* release: pairs with the next owner's lock; what the dead owner wrote is seen */
    } while (!atomic_compare_exchange_weak_explicit(word, &old,
                                                    (old & ROBUST_WAITERS) | ROBUST_OWNER_DIED,
                                                    memory_order_release, memory_order_relaxed));
    if ((old & ROBUST_WAITERS) && !(entry & PI_MARK))
        futex_wake(word, 1, FUTEX_PROCESSES, FUTEX_ANY_BIT);
}

static void release_all(void)
{
    struct thread *t = thread_self();
    struct robust_head *head = host_robust_registered();
    if (!head)
        return;
    uint32_t tid = host_tid(t);
    uintptr_t entry = (uintptr_t)head->pending;
    if (entry)
        release(entry, head->futex_offset, tid);
    /* The process may be killed at any time, and then the kernel goes on: an entry is on the list, or
       pending, or has been released. After that it may be anybody's, and on another list. */
    while (((entry = (uintptr_t)head->next) & ~PI_MARK) != (uintptr_t)&head->next) {
        head->pending = (void *)entry;
        atomic_signal_fence(memory_order_seq_cst);
        head->next = *(void **)(entry & ~PI_MARK);
        atomic_signal_fence(memory_order_seq_cst);
        release(entry, head->futex_offset, tid);
    }
    atomic_signal_fence(memory_order_seq_cst);
    head->pending = NULL;
}

void (*_Atomic robust_release_all)(void) = PTHIN_LATE(release_all);

void robust_register(struct robust_head *head)
{
    /* relaxed: the caller looks for itself */
    atomic_store_explicit(&robust_release_all, release_all, memory_order_relaxed);
    head->next = &head->next;
    head->pending = NULL;
    head->futex_offset = ROBUST_FUTEX_OFFSET;
    /* A kernel without such lists: pthread_mutex_init makes no robust mutex, and nothing is ever
       on it. */
    sys_set_robust_list(head, sizeof *head);
}

bool robust_supported(void)
{
    /* The same once more changes nothing. */
    return sys_set_robust_list(host_robust_head(), sizeof(struct robust_head)) == 0;
}
