/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "rwlock.h"

/* At a lock that is left to writers. Returns 0, so that an unlock can end with it. */
static SLOW int wake_writer(struct rwlock *l, uint64_t s, enum futex_scope scope)
{
    /* Between processes there may be none that is alive: rwlock.h. */
    if (rwlock_wake(l, RWLOCK_BIT_WRITER, 1, scope) == 0 && !HOST_LIBC_SHARED &&
        scope == FUTEX_PROCESSES && (s & RWLOCK_READERS_SLEEP))
        rwlock_wake(l, RWLOCK_BIT_READER, FUTEX_EVERYONE, scope);
    return 0;
}

static int unlock_read(struct rwlock *l, uint64_t s)
{
    /* Before the release: afterwards the lock may be gone. */
    enum futex_scope scope = rwlock_scope(l);
    if (unlikely(!(s & RWLOCK_READERS)))
        return EINVAL; /* nobody has it */
    /* release: pairs with the acquire of the writer that comes next, who sees that our reads
       are done */
    s = atomic_fetch_sub_explicit(rwlock_word(l), 1, memory_order_release);
    /* Not before: an atomic operation waits for all stores. */
    if (likely(rwlock_reads.held))
        rwlock_reads.held--;
    if (unlikely((s & RWLOCK_WRITERS) && (s & RWLOCK_READERS) == 1))
        return wake_writer(l, s, scope);
    return 0;
}

/* Both readers and writers wait. */
static bool readers_first(struct rwlock *l)
{
    /* relaxed: read as they were before the release, which is all that can be asked for */
    return l->kind == RWLOCK_KIND_READERS ||
           atomic_load_explicit(&l->reader_rank, memory_order_relaxed) >
               atomic_load_explicit(&l->writer_rank, memory_order_relaxed);
}

/* Somebody waits. */
static SLOW int pthread_rwlock_unlock_slow(struct rwlock *l, uint64_t s)
{
    enum futex_scope scope = rwlock_scope(l);
    uint64_t next;
    bool readers, ranked;
    do {
        next = s & ~RWLOCK_WRITTEN;
        readers = (s & RWLOCK_READERS_SLEEP) && (!(s & RWLOCK_WRITERS) || readers_first(l));
        /* Ahead of writers by priority, only those of the highest are woken: one that has to go on
           waiting would wake a writer before they come. The first in wakes the next. */
        ranked = readers && (s & RWLOCK_WRITERS) && l->kind != RWLOCK_KIND_READERS;
        if (readers && !ranked) {
            next &= ~RWLOCK_READERS_SLEEP;
            /* Those that have to go on waiting announce theirs again. */
            atomic_store_explicit(&l->reader_rank, 0, memory_order_relaxed);
        }
        /* release: pairs with the acquire of those that lock it next. From here on the lock may
           be gone; a wake that finds other memory is a stray one. */
    } while (!atomic_compare_exchange_weak_explicit(rwlock_word(l), &s, next, memory_order_release,
                                                    memory_order_relaxed));
    /* Woken readers take the lock or wake a writer. */
    bool woken =
        readers && rwlock_wake(l, RWLOCK_BIT_READER, ranked ? 1 : FUTEX_EVERYONE, scope) > 0;
    if ((next & RWLOCK_WRITERS) && !woken)
        wake_writer(l, next, scope);
    return 0;
}

static inline int unlock_write(struct rwlock *l, uint64_t s)
{
    uint64_t alone = RWLOCK_WRITTEN;
    atomic_store_explicit(&l->owner, 0, memory_order_relaxed);
    /* release: as in unlock_write_slow */
    if (likely(atomic_compare_exchange_strong_explicit(rwlock_word(l), &alone, 0,
                                                       memory_order_release, memory_order_relaxed)))
        return 0;
    return pthread_rwlock_unlock_slow(l, s);
}

PTHIN_EXPORT_FAST int pthread_rwlock_unlock(pthread_rwlock_t *lock)
{
    struct rwlock *l = rwlock_of(lock);
    uint64_t s = atomic_load_explicit(rwlock_word(l), memory_order_relaxed);
    /* In a lock that is the libc's, the lower half of the word is the tid of the writer or 0. A tid is
       less than 2^22: so WRITTEN is not set there, and a writer need not look for the mark. likely: to go
       straight on is worth more to a writer, who has less to do. */
    if (likely(s & RWLOCK_WRITTEN))
        return unlock_write(l, s);
    if (HOST_LIBC_SHARED && unlikely(s & RWLOCK_LIBC))
        return libc_shared.rwlock_unlock(lock);
    return unlock_read(l, s);
}
PTHIN_ALIAS(pthread_rwlock_unlock, __pthread_rwlock_unlock);
