/* SPDX-License-Identifier: MIT */
/*
 * The handlers of pthread_atfork: an array that only grows, so that a fork can walk it while
 * another thread registers. Nothing is locked while handlers run: they may register handlers,
 * or fork.
 */
#include "atfork.h"

#include <asm/errno.h>
#include "lock.h"
#include "syscalls.h"

struct handlers {
    void (*prepare)(void), (*parent)(void), (*child)(void);
};

#define HANDLERS_FIRST 16

static struct handlers first[HANDLERS_FIRST];
static struct handlers *_Atomic handlers = first;
static atomic_size_t count;
static size_t room = HANDLERS_FIRST; /* of the array; under the lock */

/* Held while registering. */
static _Atomic uint32_t lock;

/* How many handlers the fork in progress in this thread covers. */
static _Thread_local size_t covered;

/* Twice the room. A fork in another thread may be reading the old array, which therefore stays;
   all the old ones together are no larger than the new one. */
static bool grow(struct handlers *old, size_t used)
{
    struct handlers *larger = sys_map(2 * room * sizeof *larger, false);
    if (!larger)
        return false;
    __builtin_memcpy(larger, old, used * sizeof *larger);
    room *= 2;
    /* release: pairs with at(); the copies are seen */
    atomic_store_explicit(&handlers, larger, memory_order_release);
    return true;
}

int atfork_add(void (*prepare)(void), void (*parent)(void), void (*child)(void))
{
    int err = 0;
    lock_acquire(&lock);
    size_t n = atomic_load_explicit(&count, memory_order_relaxed);
    if (n == room && !grow(atomic_load_explicit(&handlers, memory_order_relaxed), n)) {
        err = ENOMEM;
    } else {
        atomic_load_explicit(&handlers, memory_order_relaxed)[n] =
            (struct handlers){prepare, parent, child};
        /* release: pairs with atfork_prepare; entry n is complete, and in the array that is
           read after the count */
        atomic_store_explicit(&count, n + 1, memory_order_release);
    }
    lock_release(&lock);
    return err;
}

/* Read anew each time: a handler may have made the array grow, which moved only what is new. */
static struct handlers at(size_t i)
{
    /* acquire: pairs with grow() */
    return atomic_load_explicit(&handlers, memory_order_acquire)[i];
}

void atfork_prepare(void)
{
    /* acquire: pairs with atfork_add */
    size_t n = atomic_load_explicit(&count, memory_order_acquire);
    for (size_t i = n; i-- > 0;) {
        struct handlers h = at(i);
        if (h.prepare)
            h.prepare();
    }
    /* Last: a handler that forked has used it, too. */
    covered = n;
}

void atfork_parent(void)
{
    for (size_t i = 0, n = covered; i < n; i++) {
        struct handlers h = at(i);
        if (h.parent)
            h.parent();
    }
}

void atfork_child(void)
{
    /* A thread that was registering has vanished with the lock. What it wrote is not counted. */
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
    for (size_t i = 0, n = covered; i < n; i++) {
        struct handlers h = at(i);
        if (h.child)
            h.child();
    }
}
