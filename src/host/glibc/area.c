/* SPDX-License-Identifier: MIT */
/* Areas are cut from slabs and wait in a queue, oldest first, until they are used again. */
#include "area.h"

#include "host/host.h"
#include "core/lock.h"

/* Areas are mapped together as long as they are small: as many as are in this, and one at least.
   With much thread-local data a thread costs its own, which may be locked in memory as soon as it
   is mapped. */
#define SLAB_BYTES (256u << 10)
#define SLAB_AREAS 32

/* Of the queue at most so many are looked at for one whose thread is gone: those that gave
   themselves last are at its end. */
#define LOOK_AT 8

struct slab {
    struct slab *next;
    size_t areas;
    size_t cut;      /* of these, in use or in the queue */
    uintptr_t first; /* right behind the struct */
};

static _Atomic uint32_t lock; /* core/lock.h; of all below */
static struct slab *slabs;    /* newest first; only it has areas left to cut */
static struct area *queue, **queue_end = &queue;
static bool vanished; /* a fork left areas in use whose threads are gone */

/*
 * static TLS | descriptor | area     the descriptor begins at the thread pointer
 * area | descriptor | static TLS     it lies below the thread pointer, at which static TLS begins
 *
 * The outer end of static TLS is room for libraries to come, which most programs never touch. If
 * all the rest of it fits into a page, each area gets pages of its own, and the rest one of them.
 */
static struct layout {
    size_t size;         /* from one area to the next; a multiple of the TLS alignment */
    size_t tp;           /* from the beginning of that room to the thread pointer: another one */
    ptrdiff_t header_tp; /* from the struct area to the thread pointer */
} layout;                /* set with the lock held, before there is any area */

static struct layout make_layout(void)
{
    const struct glibc_facts *f = &glibc_facts;
    size_t align = f->tls_align, page = host_page_size(), header = sizeof(struct area);
    struct layout l;
    if (ARCH_TLS_ABOVE_TP) {
        l.tp = round_up(header + glibc_own.tp_offset, align);
        l.header_tp = (ptrdiff_t)l.tp;
        l.size = round_up(l.tp + f->tls_size, align);
        if (align <= page && l.tp + f->tls_used <= page)
            l.size = round_up(l.size, page);
        return l;
    }
    size_t above = round_up(f->size, _Alignof(struct area));
    l.header_tp = -(ptrdiff_t)above;
    above += header;
    l.tp = round_up(f->tls_size - f->size, align);
    l.size = round_up(l.tp + above, align);
    if (align <= page && round_up(above, align) + f->tls_used <= page) {
        l.size = round_up(l.size, page);
        l.tp = round_down(l.size - above, align);
    }
    return l;
}

uintptr_t area_handle(const struct area *area)
{
    return (uintptr_t)area + (uintptr_t)layout.header_tp - glibc_own.tp_offset;
}

struct area *area_of(uintptr_t handle)
{
    return (struct area *)(glibc_thread_pointer(handle) - (uintptr_t)layout.header_tp);
}

/* The area of that number in a slab. */
static struct area *area_at(const struct slab *slab, size_t i)
{
    return (struct area *)(slab->first + i * layout.size + layout.tp - (uintptr_t)layout.header_tp);
}

static _Atomic uint32_t *exit_word(const struct area *area)
{
    return (_Atomic uint32_t *)(area_handle(area) + glibc_facts.exit_word);
}

static void enqueue(struct area *area)
{
    area->in_use = false;
    area->next = NULL;
    *queue_end = area;
    queue_end = &area->next;
}

static struct area *dequeue(void)
{
    struct area **link = &queue;
    for (int i = 0; *link && i < LOOK_AT; i++, link = &(*link)->next) {
        struct area *area = *link;
        /* acquire: pairs with the kernel's store after the thread's last access */
        if (atomic_load_explicit(exit_word(area), memory_order_acquire) != 0)
            continue;
        *link = area->next;
        if (!*link)
            queue_end = link;
        area->in_use = true;
        return area;
    }
    return NULL;
}

static size_t slab_areas(void)
{
    size_t n = SLAB_BYTES / layout.size;
    return n > SLAB_AREAS ? SLAB_AREAS : n ? n : 1;
}

static struct slab *slab_map(void)
{
    size_t page = host_page_size(), align = glibc_facts.tls_align, n = slab_areas();
    size_t first_align = align > page ? align : page;
    size_t size = round_up(n * layout.size, page), map_size = first_align + size;
    char *map = sys_map(map_size, false);
    if (!map)
        return NULL;
    /* Above a multiple of the alignment there is a place for the struct in any case; what is left
       over on either side of it goes back. */
    uintptr_t first = round_up((uintptr_t)map + sizeof(struct slab), first_align);
    struct slab *slab = (struct slab *)first - 1;
    size_t before = round_down((uintptr_t)slab, page) - (uintptr_t)map;
    size_t after = (uintptr_t)map + map_size - (first + size);
    if (before)
        sys_unmap(map, before);
    if (after)
        sys_unmap((char *)first + size, after);
    slab->areas = n;
    slab->first = first;
    return slab;
}

static struct area *cut(void)
{
    struct slab *slab = slabs;
    if (!slab || slab->cut == slab->areas) {
        if (!slab)
            layout = make_layout();
        slab = slab_map();
        if (!slab)
            return NULL;
        slab->next = slabs;
        slabs = slab;
    }
    struct area *area = area_at(slab, slab->cut);
    area->in_use = true;
    area->settled = true;
    slab->cut++;
    return area;
}

/*
 * Whether the thread that used the area is not in this process. Not so if it came here by the
 * same fork, or waits in the engine's cache: then it had ended and somebody had claimed it.
 */
static bool is_vanished(const struct area *area)
{
    uint32_t now = atomic_load_explicit(&fork_generation, memory_order_relaxed);
    if (area->generation == now)
        return false;
    if (!area->settled)
        return true;
    const struct thread *t = thread_of(area_handle(area));
    uint32_t s = atomic_load_explicit(&t->state, memory_order_relaxed);
    return (s & (THREAD_EXITING | THREAD_DETACHED | THREAD_CLAIMED)) == THREAD_EXITING;
}

static void reclaim_vanished(void)
{
    /* Areas that were given since the fork are in the queue; all free ones come into it below. */
    queue = NULL;
    queue_end = &queue;
    for (struct slab *slab = slabs; slab; slab = slab->next) {
        for (size_t i = 0; i < slab->cut; i++) {
            struct area *area = area_at(slab, i);
            if (area->in_use && !is_vanished(area))
                continue;
            /* Its stack goes with it, if it is known and ours. */
            struct thread *t = thread_of(area_handle(area));
            if (area->in_use && t->kind == THREAD_ENGINE && t->stack.map && t->stack.map_size)
                sys_unmap(t->stack.map, t->stack.map_size);
            atomic_store_explicit(exit_word(area), 0, memory_order_relaxed);
            enqueue(area);
        }
    }
    vanished = false;
}

struct area *area_take(void)
{
    bool fresh = false;
    lock_acquire(&lock);
    if (vanished)
        reclaim_vanished();
    struct area *area = dequeue();
    if (!area) {
        area = cut();
        fresh = area != NULL;
    }
    lock_release(&lock);
    /* The rest is found as thread-local data while the thread lives; this is there until it is
       joined. */
    if (fresh) {
        struct thread *t = thread_of(area_handle(area));
        host_root_add(&t->result, sizeof t->result);
    }
    return area;
}

void area_give(struct area *area)
{
    /* A handler that forks must not find the queue half changed. */
    ksigset all = KSIG_ALL, mask;
    sys_sigprocmask(KSIG_BLOCK, &all, &mask);
    lock_acquire(&lock);
    enqueue(area);
    lock_release(&lock);
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
}

void area_after_fork(void)
{
    /* Whoever held the lock is gone; the queue may be half changed, and is made anew. */
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
    queue = NULL;
    queue_end = &queue;
    vanished = true; /* reclaim_vanished */
}
