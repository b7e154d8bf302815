/* SPDX-License-Identifier: MIT */
/*
 * Robust mutexes: the kernel marks the words of the mutexes that a dead thread held, by the list
 * that each thread keeps of its own. Waits and wakes are never private: the kernel's is not.
 */
#include <errno.h>

#include "core/wait.h"
#include "mutex_protocols.h"

static uintptr_t link_of(struct mutex *m, int kind)
{
    return (uintptr_t)&m->held_next | (kind & MUTEX_INHERIT ? 1 : 0);
}

/* The kernel reads the list when this very thread has died: the compiler must keep our order,
   the CPU keeps it by itself. */
static void order(void)
{
    atomic_signal_fence(memory_order_seq_cst);
}

void robust_begin(struct robust_head *head, struct mutex *m, int kind)
{
    head->pending = (void *)link_of(m, kind);
    order();
}

void robust_end(struct robust_head *head)
{
    order();
    head->pending = NULL;
}

static struct mutex *entry_mutex(struct robust_head *head, uintptr_t entry)
{
    entry &= ~(uintptr_t)1;
    if (entry == (uintptr_t)&head->next)
        return NULL;
    return (struct mutex *)(entry - offsetof(struct mutex, held_next));
}

void robust_enlist(struct robust_head *head, struct mutex *m, int kind)
{
    m->held_next = (uintptr_t)head->next;
#if __SIZEOF_POINTER__ == 8
    struct mutex *next = entry_mutex(head, m->held_next);
    m->held_before = NULL;
    if (next)
        next->held_before = m;
#endif
    order(); /* complete before the head leads to it */
    head->next = (void *)link_of(m, kind);
}

bool robust_enlisted(struct robust_head *head, struct mutex *m)
{
    struct mutex *e = entry_mutex(head, (uintptr_t)head->next);
    while (e && e != m)
        e = entry_mutex(head, e->held_next);
    return e;
}

void robust_delist(struct robust_head *head, struct mutex *m)
{
#if __SIZEOF_POINTER__ == 8
    struct mutex *before = m->held_before, *next = entry_mutex(head, m->held_next);
    if (next)
        next->held_before = before;
#else
    /* No room for a link back. A thread holds few of these. */
    struct mutex *before = NULL;
    for (struct mutex *e = entry_mutex(head, (uintptr_t)head->next); e && e != m;
         e = entry_mutex(head, e->held_next))
        before = e;
#endif
    if (before)
        before->held_next = m->held_next;
    else
        head->next = (void *)m->held_next;
    order(); /* off the list before the word is released */
}

#if HOST_LIBC_SHARED
bool robust_is_libc(void)
{
    return host_robust_registered() != &thread_self()->robust;
}

/* The libc's links back lead to what leads to the entry: to the link of the one before, or to the
   head. */
void robust_lend(struct mutex *m)
{
    struct mutex *before = m->held_before;
    m->held_before = before ? (void *)&before->held_next : (void *)host_robust_registered();
}

/* It has the libc's kind of link, and so have those that were its neighbours. */
void robust_take_back(void)
{
    struct robust_head *head = host_robust_registered();
    struct mutex *before = NULL;
    for (struct mutex *e = entry_mutex(head, (uintptr_t)head->next); e;
         e = entry_mutex(head, e->held_next)) {
        e->held_before = before;
        before = e;
    }
}
#endif

SLOW int robust_acquired(struct robust_head *head, struct mutex *m, int kind, bool died)
{
    atomic_store_explicit(&m->owner, died ? OWNER_INCONSISTENT : host_self_tid(),
                          memory_order_relaxed);
    m->count = 0;
    robust_enlist(head, m, kind);
    return died ? EOWNERDEAD : 0;
}

/* The mutex is unusable for good: whoever waits is to hear of it. */
static SLOW int release_useless(struct robust_head *head, struct mutex *m)
{
    /* release: as in unlock */
    atomic_store_explicit(&m->word, WORD_FREE, memory_order_release);
    wait_wake(&m->word, FUTEX_EVERYONE, FUTEX_PROCESSES, FUTEX_ANY_BIT);
    robust_end(head);
    return ENOTRECOVERABLE;
}

static SLOW int pthread_mutex_lock_robust_slow(struct mutex *m, int kind,
                                               const struct deadline *deadline, bool try)
{
    struct robust_head *head = host_robust_head();
    uint32_t tid = host_self_tid(), waited = 0;
    uint32_t old = atomic_load_explicit(&m->word, memory_order_relaxed);
    if ((old & ROBUST_TID_MASK) == tid)
        return mutex_own_again(m, kind, deadline, try);
    struct wait wait = {&m->word, FUTEX_PROCESSES, FUTEX_ANY_BIT, deadline};
    robust_begin(head, m, kind);
    int err;
    for (;;) {
        if (!(old & ROBUST_TID_MASK)) {
            uint32_t mine = tid | (old & ROBUST_WAITERS) | waited;
            /* acquire: pairs with unlock, or with the kernel's mark */
            if (!atomic_compare_exchange_weak_explicit(&m->word, &old, mine, memory_order_acquire,
                                                       memory_order_relaxed))
                continue;
            if (mutex_owned_by(m, OWNER_NOT_RECOVERABLE))
                return release_useless(head, m);
            err = robust_acquired(head, m, kind, (old & ROBUST_OWNER_DIED) != 0);
            break;
        }
        /* Its last owner is about to unlock it; or a process on glibc has found it so by trylock,
           which leaves its own ID in the word for good. */
        err = mutex_owned_by(m, OWNER_NOT_RECOVERABLE) ? ENOTRECOVERABLE : try ? EBUSY : 0;
        if (err)
            break;
        if (!wait_mark(&m->word, &old, ROBUST_WAITERS))
            continue;
        if (wait_sleep(&wait, old) == -ETIMEDOUT) {
            err = ETIMEDOUT;
            break;
        }
        waited = ROBUST_WAITERS; /* there may be more sleepers than the one that was woken */
        old = atomic_load_explicit(&m->word, memory_order_relaxed);
    }
    robust_end(head);
    return err;
}

int robust_lock(struct mutex *m, int kind, const struct deadline *deadline, bool try)
{
    struct robust_head *head = host_robust_registered();
    uint32_t tid = host_self_tid(), none = WORD_FREE;
    if (unlikely(!head))
        return pthread_mutex_lock_robust_slow(m, kind, deadline, try);
    robust_begin(head, m, kind);
    /* acquire: pairs with unlock. A word of 0 has no dead owner. */
    if (unlikely(!atomic_compare_exchange_strong_explicit(
            &m->word, &none, tid, memory_order_acquire, memory_order_relaxed))) {
        robust_end(head);
        return pthread_mutex_lock_robust_slow(m, kind, deadline, try);
    }
    if (unlikely(mutex_owned_by(m, OWNER_NOT_RECOVERABLE)))
        return release_useless(head, m);
    mutex_set_owner(m, tid);
    m->count = 0;
    robust_enlist(head, m, kind);
    robust_end(head);
    return 0;
}

bool robust_releasing(struct robust_head *head, struct mutex *m, int kind)
{
    bool useless = atomic_load_explicit(&m->owner, memory_order_relaxed) == OWNER_INCONSISTENT;
    atomic_store_explicit(&m->owner, useless ? OWNER_NOT_RECOVERABLE : 0, memory_order_relaxed);
    robust_begin(head, m, kind);
    robust_delist(head, m);
    return useless;
}

/* Before the end: if we die here, the kernel wakes one. */
static SLOW int wake(struct robust_head *head, struct mutex *m, bool useless)
{
    wait_wake(&m->word, useless ? FUTEX_EVERYONE : 1, FUTEX_PROCESSES, FUTEX_ANY_BIT);
    robust_end(head);
    return 0;
}

int robust_unlock(struct mutex *m, int kind)
{
    int err;
    if (!mutex_last_level(m, &err))
        return err;
    struct robust_head *head = host_robust_registered();
    if (unlikely(!head)) /* held by another process's thread of our tid, that is gone */
        return EPERM;
    bool useless = robust_releasing(head, m, kind);
    /* release: pairs with lock's acquire. From here on the mutex may be gone. */
    uint32_t word = atomic_exchange_explicit(&m->word, WORD_FREE, memory_order_release);
    if (unlikely(word & ROBUST_WAITERS))
        return wake(head, m, useless);
    robust_end(head);
    return 0;
}
