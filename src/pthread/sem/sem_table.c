/* SPDX-License-Identifier: MIT */
#include "sem_table.h"

#include "core/thread.h"
#include "core/wait.h"

#define ROOM_FIRST 128

/* In the child of a fork, a thread that was changing the table is not there, and the change is
   undone by being left: each one comes to be by its last store. */
static struct sem_entry *_Atomic table;
static atomic_size_t room;

/*
 * The lock's word:
 *   TABLE_LOCKED   a thread has it
 *   TABLE_SLEEPERS threads may sleep on it; only with TABLE_LOCKED
 *   TABLE_FORK     the rest counts forks: with TABLE_LOCKED, in which process it was locked. In
 *                  the child of a fork the thread that had it is not there: it is free.
 */
#define TABLE_LOCKED   1u
#define TABLE_SLEEPERS 2u
#define TABLE_FORK     4u

static _Atomic uint32_t lock;

void sem_table_lock(void)
{
    uint32_t mine =
        TABLE_LOCKED + TABLE_FORK * atomic_load_explicit(&fork_generation, memory_order_relaxed);
    struct wait wait = {&lock, FUTEX_THREADS, FUTEX_ANY_BIT, NULL};
    uint32_t seen = atomic_load_explicit(&lock, memory_order_relaxed), slept = 0;
    for (;;) {
        if ((seen & ~TABLE_SLEEPERS) != mine) {
            /* acquire: pairs with unlock. Who slept leaves the mark, for others may do so still. */
            if (atomic_compare_exchange_weak_explicit(&lock, &seen, mine | slept,
                                                      memory_order_acquire, memory_order_relaxed))
                return;
            continue;
        }
        if (!wait_mark(&lock, &seen, TABLE_SLEEPERS))
            continue;
        slept = TABLE_SLEEPERS;
        wait_sleep(&wait, seen);
        seen = atomic_load_explicit(&lock, memory_order_relaxed);
    }
}

void sem_table_unlock(void)
{
    /* release: pairs with lock */
    if (atomic_exchange_explicit(&lock, 0, memory_order_release) & TABLE_SLEEPERS)
        wait_wake(&lock, 1, FUTEX_THREADS, FUTEX_ANY_BIT);
}

/* relaxed, both: the lock orders them */
static size_t entries(struct sem_entry **first)
{
    *first = atomic_load_explicit(&table, memory_order_relaxed);
    return atomic_load_explicit(&room, memory_order_relaxed);
}

static bool is_free(struct sem_entry *e)
{
    return atomic_load_explicit(&e->opens, memory_order_relaxed) == 0;
}

struct sem_entry *sem_table_find_file(const struct file_identity *file)
{
    struct sem_entry *e;
    for (size_t n = entries(&e); n > 0; n--, e++)
        if (!is_free(e) && e->file.inode == file->inode && e->file.device == file->device)
            return e;
    return NULL;
}

struct sem_entry *sem_table_free_entry(void)
{
    struct sem_entry *old, *e;
    size_t used = entries(&old);
    for (e = old; e < old + used; e++)
        if (is_free(e))
            return e;
    size_t more = used ? 2 * used : ROOM_FIRST;
    e = sys_map(more * sizeof *e, false);
    if (!e)
        return NULL;
    if (used)
        __builtin_memcpy(e, old, used * sizeof *e);
    /* release, both, for a fork in between: the child sees the old table, or the new one with
       what was in the old one, and at most as much room as there is. */
    atomic_store_explicit(&table, e, memory_order_release);
    atomic_store_explicit(&room, more, memory_order_release);
    if (used)
        sys_unmap(old, used * sizeof *old);
    return e + used;
}

void sem_table_set(struct sem_entry *entry, const struct file_identity *file, sem_t *sem)
{
    entry->file = *file;
    entry->sem = sem;
    /* release: last, for a fork in between */
    atomic_store_explicit(&entry->opens, 1, memory_order_release);
}

bool sem_table_open_again(struct sem_entry *entry)
{
    uint32_t opens = atomic_load_explicit(&entry->opens, memory_order_relaxed);
    if (opens == UINT32_MAX)
        return false;
    atomic_store_explicit(&entry->opens, opens + 1, memory_order_relaxed);
    return true;
}

bool sem_table_close(sem_t *sem)
{
    struct sem_entry *e;
    size_t n;
    for (n = entries(&e); n > 0; n--, e++)
        if (!is_free(e) && e->sem == sem)
            break;
    if (n == 0)
        return false;
    uint32_t opens = atomic_load_explicit(&e->opens, memory_order_relaxed) - 1;
    /* release: before the memory goes, for a fork in between */
    atomic_store_explicit(&e->opens, opens, memory_order_release);
    if (opens == 0)
        sys_unmap(sem, sizeof *sem);
    return true;
}
