/* SPDX-License-Identifier: MIT */
/*
 * The cache of blocks: an array of slots. Taking is an exchange with NULL, giving a
 * compare-exchange from NULL: wait-free, and whoever took a pointer owns it alone, so there is
 * no ABA. A block may be given while its thread is still on its way out; the taker looks at
 * the tid word. Bounded by the number of slots and, in address space, by CACHE_BYTES.
 */
#include "stack.h"

#include "host/host.h"

#define CACHE_SLOTS 128
#define CACHE_BYTES ((size_t)1 << (sizeof(size_t) == 8 ? 30 : 28))

/* What stays resident in a cached stack: its upper end. */
#define WARM_BYTES ((size_t)64 << 10)
/* What the last calls of a thread may still need below the frame that trims its stack. */
#define LIVE_BYTES ((size_t)16 << 10)
/* A stack that jumped over the pages looked at is found at every so many uses. */
#define TRIM_EVERY 16

static struct thread *_Atomic slots[CACHE_SLOTS] __attribute__((aligned(64)));

/* Only blocks that the next default create can use. */
static bool is_default(const struct thread *t)
{
    const struct stack *s = &t->stack;
    size_t page = host_page_size();
    size_t guard = round_up(default_guard_size(), page);
    return t->kind == THREAD_ENGINE && s->map_size && s->guard == guard &&
           s->low == s->map + guard &&
           s->map_size == guard + round_up(default_stack_size() + host_tls_size(), page);
}

static bool is_gone(struct thread *t)
{
    /* acquire: pairs with the kernel's store after the thread's last access */
    return atomic_load_explicit(host_exit_word(t), memory_order_acquire) == 0;
}

/*
 * The mark: a line of words at the low end of the page that every thread touches, so it costs no
 * memory. A thread that goes on to the page below usually writes over it. Set when a stack is taken
 * again: one that is given for the first time has none.
 */
#define MARK_WORDS (64 / sizeof(uintptr_t))
/* With less of the stack than this in its highest page, every thread touches the next one, too. */
#define MARK_BELOW ((size_t)512)

static uintptr_t *mark_of(const struct stack *s)
{
    return (uintptr_t *)round_down((uintptr_t)s->low + s->size - MARK_BELOW, host_page_size());
}

static void mark_set(const struct stack *s)
{
    uintptr_t *mark = mark_of(s);
    for (size_t i = 0; i < MARK_WORDS; i++)
        mark[i] = (uintptr_t)mark;
}

static bool mark_is_set(const struct stack *s)
{
    const uintptr_t *mark = mark_of(s);
    for (size_t i = 0; i < MARK_WORDS; i++)
        if (mark[i] != (uintptr_t)mark)
            return false;
    return true;
}

/*
 * Gives the kernel what a thread touched below the warm part. The mark tells that there is nothing;
 * else a look at the pages just below: a deep stack went through them.
 */
static void trim(const struct stack *s)
{
    static atomic_uint uses;
    size_t page = host_page_size();
    unsigned char resident[32];
    if (s->size <= 2 * WARM_BYTES)
        return;
    bool deep = (atomic_fetch_add_explicit(&uses, 1, memory_order_relaxed) % TRIM_EVERY) == 0;
    if (!deep && mark_is_set(s))
        return;
    uintptr_t warm = round_down((uintptr_t)s->low + s->size - WARM_BYTES, page);
    /* A detached thread gives its own stack, and pthread_exit may have been called deep down:
       nothing near or above the stack pointer may go. */
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    if (here - (uintptr_t)s->low < s->size && here - LIVE_BYTES < warm)
        warm = round_down(here - LIVE_BYTES, page);
    if (warm <= (uintptr_t)s->low + WARM_BYTES)
        return;
    size_t look = WARM_BYTES < sizeof resident * page ? WARM_BYTES : sizeof resident * page;
    if (!deep) {
        if (sys_mincore((char *)warm - look, look, resident) != 0)
            return;
        for (size_t i = 0; i < look / page; i++)
            deep |= resident[i] & 1;
    }
    if (deep)
        sys_madvise(s->low, warm - (uintptr_t)s->low, KADV_DONTNEED);
}

bool cache_give(struct thread *t)
{
    if (!is_default(t))
        return false;
    size_t room = CACHE_BYTES / t->stack.map_size;
    size_t slots_used = room < CACHE_SLOTS ? room : CACHE_SLOTS;
    trim(&t->stack);
    for (size_t i = 0; i < slots_used; i++) {
        struct thread *empty = NULL;
        if (!atomic_load_explicit(&slots[i], memory_order_relaxed) &&
            /* release: pairs with cache_take's exchange; what t's metadata says is complete */
            atomic_compare_exchange_strong_explicit(&slots[i], &empty, t, memory_order_release,
                                                    memory_order_relaxed))
            return true;
    }
    return false;
}

/* t is ours again but not usable: away with it. */
static void discard(struct thread *t)
{
    thread_wait_gone(t);
    block_unmap(t);
}

struct thread *cache_take(void)
{
    for (size_t i = 0; i < CACHE_SLOTS; i++) {
        if (!atomic_load_explicit(&slots[i], memory_order_relaxed))
            continue;
        /* acquire: pairs with the giver's release */
        struct thread *t = atomic_exchange_explicit(&slots[i], NULL, memory_order_acquire);
        if (!t)
            continue;
        if (!is_default(t)) { /* the default changed since */
            discard(t);
            continue;
        }
        if (is_gone(t)) {
            mark_set(&t->stack);
            return t;
        }
        struct thread *empty = NULL;
        /* release: pairs with the next cache_take's exchange */
        if (!atomic_compare_exchange_strong_explicit(&slots[i], &empty, t, memory_order_release,
                                                     memory_order_relaxed) &&
            !cache_give(t))
            discard(t);
    }
    return NULL;
}

bool cache_drain(void)
{
    bool any = false;
    for (size_t i = 0; i < CACHE_SLOTS; i++) {
        /* acquire: pairs with the giver's release */
        struct thread *t = atomic_exchange_explicit(&slots[i], NULL, memory_order_acquire);
        if (t) {
            discard(t);
            any = true;
        }
    }
    return any;
}

void cache_after_fork(void)
{
    for (size_t i = 0; i < CACHE_SLOTS; i++) {
        struct thread *t = atomic_load_explicit(&slots[i], memory_order_relaxed);
        if (t)
            atomic_store_explicit(host_exit_word(t), 0, memory_order_relaxed);
    }
}
