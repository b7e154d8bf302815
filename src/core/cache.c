/* SPDX-License-Identifier: MIT */
/*
 * The cache of blocks: an array of slots. Taking is an exchange with NULL, giving a
 * compare-exchange from NULL: wait-free, and whoever took a pointer owns it alone, so there is
 * no ABA. A block may be given while its thread is still on its way out; the taker looks at
 * the tid word. Bounded by the number of slots and, in address space, by CACHE_BYTES. Where it is
 * full, a block gives way to one that measures otherwise: the program has gone over to that.
 */
#include "stack.h"

#include "arch/arch.h"
#include "host/host.h"

#define CACHE_SLOTS 128
#define CACHE_BYTES ((long)1 << (sizeof(long) == 8 ? 30 : 28))
/* Larger stacks than this, and than the default, are not kept: whoever has one has few, and the
   program may need the address space. */
#define LARGEST_STACK ((size_t)1 << (sizeof(size_t) == 8 ? 25 : 23))

/* Nor are stacks with more TLS than this beside them: all of it that the thread touched is resident. */
#define LARGEST_TLS ((size_t)1 << 20)

/* What stays resident in a cached stack: its upper end. */
#define WARM_BYTES ((size_t)64 << 10)
/* What the last calls of a thread may still need below the frame that trims its stack. */
#define LIVE_BYTES ((size_t)16 << 10)
/* A stack that jumped over the mark is found at every so many uses; one that is larger than most,
   and may have whole arrays on it, always. */
#define TRIM_EVERY  16
#define TRIM_ALWAYS ((size_t)10 << 20)
/* Locked memory stays resident whole, as all does where madvise is refused: the cache keeps no more
   of it than this. */
#define UNTRIMMED_BYTES ((long)16 << 20)

static struct thread *_Atomic slots[CACHE_SLOTS] __attribute__((aligned(64)));
/* What the block in each slot measures, to find one without taking others. A hint: it is written
   after the slot, and left when that becomes empty. */
static _Atomic uint32_t kinds[CACHE_SLOTS] __attribute__((aligned(64)));
/* Address space of all that is in the cache, or about to be. Signed: in a process forked by a
   signal handler while a block is taken or given, it may be too small by one. */
static atomic_long bytes;

/* Equal for what is the same(), and hardly ever for what is not; never NO_KIND. */
#define NO_KIND 0u
static uint32_t kind_of(const struct stack *s)
{
    size_t page = host_page_size();
    return (uint32_t)(s->map_size / page) ^ (uint32_t)(s->guard / page) << 20 ^ 1u << 31;
}

static bool is_large(const struct stack *s)
{
    return s->asked > LARGEST_STACK && s->asked > default_stack_size();
}

/* Only blocks that hold their stack themselves. */
static bool fits(const struct thread *t)
{
    const struct stack *s = &t->stack;
    return t->kind == THREAD_ENGINE && s->map_size && s->map_size <= (size_t)CACHE_BYTES &&
           !is_large(s) && host_tls_size() <= LARGEST_TLS && s->low == s->map + s->guard;
}

static bool same(const struct stack *a, const struct stack *b)
{
    return a->map_size == b->map_size && a->guard == b->guard && a->size == b->size;
}

static bool is_gone(struct thread *t)
{
    /* acquire: pairs with the kernel's store after the thread's last access */
    return atomic_load_explicit(host_exit_word(t), memory_order_acquire) == 0;
}

/*
 * The mark: a line of words at the low end of the page that every thread touches, so it costs no
 * memory. A thread that goes on to the page below usually writes over it. Set when a stack is taken
 * again: one that is given for the first time has none. Valgrind's tools hold that nobody may look
 * into the stack of a thread that has ended: for them there is no mark, and every stack is trimmed.
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
    if (arch_under_valgrind())
        return;
    for (size_t i = 0; i < MARK_WORDS; i++)
        mark[i] = (uintptr_t)mark;
}

static bool mark_is_set(const struct stack *s)
{
    const uintptr_t *mark = mark_of(s);
    if (arch_under_valgrind())
        return false;
    for (size_t i = 0; i < MARK_WORDS; i++)
        if (mark[i] != (uintptr_t)mark)
            return false;
    return true;
}

/* Some stack could not be trimmed. From then on that is tried with each. */
static _Atomic uint32_t untrimmed; /* a whole word: not every processor exchanges less */

/*
 * Gives the kernel what a thread touched below the warm part, unless the mark tells that there is
 * nothing. False: it is all still there. No look at what is resident: mincore is a call that
 * sandboxes leave out, and hardly faster.
 */
static bool trim(const struct stack *s)
{
    static atomic_uint uses;
    size_t page = host_page_size();
    if (s->asked <= 2 * WARM_BYTES)
        return true;
    if (s->size <= TRIM_ALWAYS &&
        atomic_fetch_add_explicit(&uses, 1, memory_order_relaxed) % TRIM_EVERY != 0 &&
        !atomic_load_explicit(&untrimmed, memory_order_relaxed) && mark_is_set(s))
        return true;
    uintptr_t warm = round_down((uintptr_t)s->low + s->size - WARM_BYTES, page);
    /* A detached thread gives its own stack, and pthread_exit may have been called deep down:
       nothing near or above the stack pointer may go. */
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    if (here - (uintptr_t)s->low < s->size && here - LIVE_BYTES < warm)
        warm = round_down(here - LIVE_BYTES, page);
    if (warm <= (uintptr_t)s->low + WARM_BYTES)
        return true;
    if (sys_madvise(s->low, warm - (uintptr_t)s->low, KADV_DONTNEED) == 0)
        return true;
    /* What is in the cache already may have been locked since. relaxed: if others hear of it later,
       they trim later */
    if (!atomic_exchange_explicit(&untrimmed, 1, memory_order_relaxed))
        cache_drain();
    return false;
}

/* Into an empty slot, if there is one. From then on t belongs to whoever takes it. */
static bool put(struct thread *t)
{
    uint32_t kind = kind_of(&t->stack);
    for (size_t i = 0; i < CACHE_SLOTS; i++) {
        struct thread *empty = NULL;
        if (!atomic_load_explicit(&slots[i], memory_order_relaxed) &&
            /* release: pairs with take's exchange; what t's metadata says is complete */
            atomic_compare_exchange_strong_explicit(&slots[i], &empty, t, memory_order_release,
                                                    memory_order_relaxed)) {
            /* relaxed: a hint */
            atomic_store_explicit(&kinds[i], kind, memory_order_relaxed);
            return true;
        }
    }
    return false;
}

static struct thread *take(size_t slot)
{
    if (!atomic_load_explicit(&slots[slot], memory_order_relaxed))
        return NULL;
    /* acquire: pairs with put's release */
    return atomic_exchange_explicit(&slots[slot], NULL, memory_order_acquire);
}

/* t is ours again but not usable: away with it. */
static void discard(struct thread *t)
{
    thread_wait_gone(t);
    /* relaxed: a sum */
    atomic_fetch_sub_explicit(&bytes, (long)t->stack.map_size, memory_order_relaxed);
    block_unmap(t);
}

/* Unmaps a block that is not of this kind and whose thread is gone; with NO_KIND any block, and waits
   until its thread is gone. False: there is none. */
static bool unmap_one(uint32_t kind)
{
    static atomic_uint hand;
    for (size_t n = 0; n < CACHE_SLOTS; n++) {
        size_t i = atomic_fetch_add_explicit(&hand, 1, memory_order_relaxed) % CACHE_SLOTS;
        if (atomic_load_explicit(&kinds[i], memory_order_relaxed) == kind)
            continue;
        struct thread *t = take(i);
        if (!t)
            continue;
        if ((kind_of(&t->stack) != kind && (kind == NO_KIND || is_gone(t))) || !put(t)) {
            discard(t);
            return true;
        }
    }
    return false;
}

/* The same without signals: a handler that forks while the block is in no slot would leave the child
   with a thread that it takes for one on its way out. */
static bool evict(uint32_t kind)
{
    ksigset all = KSIG_ALL & ~HOST_OPEN_SIGNALS, saved;
    sys_sigprocmask(KSIG_BLOCK, &all, &saved);
    bool done = unmap_one(kind);
    sys_sigprocmask(KSIG_SETMASK, &saved, NULL);
    return done;
}

bool cache_drain(void)
{
    bool any = false;
    while (evict(NO_KIND))
        any = true;
    return any;
}

bool cache_give(struct thread *t)
{
    if (!fits(t))
        return false;
    long size = (long)t->stack.map_size;
    uint32_t kind = kind_of(&t->stack);
    long most = trim(&t->stack) ? CACHE_BYTES : UNTRIMMED_BYTES;
    atomic_fetch_add_explicit(&bytes, size, memory_order_relaxed);
    while (atomic_load_explicit(&bytes, memory_order_relaxed) > most || !put(t))
        if (!evict(kind)) {
            atomic_fetch_sub_explicit(&bytes, size, memory_order_relaxed);
            return false;
        }
    return true;
}

struct thread *cache_take(const struct stack *measures)
{
    uint32_t kind = kind_of(measures);
    for (size_t i = 0; i < CACHE_SLOTS; i++) {
        if (atomic_load_explicit(&kinds[i], memory_order_relaxed) != kind)
            continue;
        struct thread *t = take(i);
        if (!t)
            continue;
        if (same(&t->stack, measures) && is_gone(t)) {
            atomic_fetch_sub_explicit(&bytes, (long)t->stack.map_size, memory_order_relaxed);
            mark_set(&t->stack);
            return t;
        }
        if (!put(t))
            discard(t);
    }
    return NULL;
}

void cache_after_fork(void)
{
    long sum = 0;
    for (size_t i = 0; i < CACHE_SLOTS; i++) {
        struct thread *t = atomic_load_explicit(&slots[i], memory_order_relaxed);
        if (!t)
            continue;
        atomic_store_explicit(host_exit_word(t), 0, memory_order_relaxed);
        sum += (long)t->stack.map_size;
    }
    /* What others were about to give or take is lost. */
    atomic_store_explicit(&bytes, sum, memory_order_relaxed);
}
