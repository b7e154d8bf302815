/* SPDX-License-Identifier: MIT */
/*
 * Threads that share a heap of cells, and a collector that stops the world. A cell is in use as
 * long as the stack of a mutator leads to it: the roots are found by reading the stacks, from where
 * a mutator stopped up to the end that pthin knows.
 */
#include <pthin/program.h>
#include <pthin/thread.h>
#include <stdatomic.h>
#include <stdint.h>

#define MUTATORS 4
#define CELLS    512
#define LIST     20   /* cells that a mutator uses at a time: all of them fit */
#define ROUNDS   2000 /* lists that each of them makes */
#define STACK    ((size_t)64 << 10)

struct cell {
    struct cell *next;
    long value;
    int marked;
};

static struct cell heap[CELLS], *free_cells;

/* One per mutator. low is where its stack is in use from, while it does not run. */
struct mutator {
    pthin_thread *thread;
    char *low;
    atomic_int state;
};
enum { ABSENT, RUNNING, STOPPED };

static struct mutator mutators[MUTATORS];
static atomic_flag heap_lock = ATOMIC_FLAG_INIT;
static atomic_int stop; /* the holder of the lock wants the others to stop */
static long collections;

/* acquire, release: what the other threads did before they stopped is seen, and vice versa */
static int state_of(struct mutator *m)
{
    return atomic_load_explicit(&m->state, memory_order_acquire);
}

static void set_state(struct mutator *m, int state)
{
    atomic_store_explicit(&m->state, state, memory_order_release);
}

/* Where a mutator may be stopped. Not inlined: what its callers keep in registers is by then on the
   stack, at or above the frame of this function. */
static __attribute__((noinline)) void safe_point(struct mutator *m)
{
    __builtin_unwind_init(); /* the registers that calls preserve, too */
    m->low = __builtin_frame_address(0);
    m->low -= 256;
    set_state(m, STOPPED);
    while (atomic_load_explicit(&stop, memory_order_acquire))
        pthin_thread_yield();
    set_state(m, RUNNING);
}

static void mark(uintptr_t word)
{
    /* Anything that may be the address of a cell. */
    while (word - (uintptr_t)heap < sizeof heap) {
        struct cell *c = &heap[(word - (uintptr_t)heap) / sizeof *heap];
        if (c->marked)
            return;
        c->marked = 1;
        word = (uintptr_t)c->next;
    }
}

static void mark_stack(struct mutator *m)
{
    void *low;
    size_t size, guard;
    if (pthin_thread_stack(m->thread, &low, &size, &guard) != 0)
        pthin_program_trap();
    const uintptr_t *end = (const uintptr_t *)((char *)low + size);
    for (const uintptr_t *p = (const uintptr_t *)((uintptr_t)m->low & -sizeof *p); p < end; p++)
        mark(*p);
}

/* With the lock held. */
static void collect(struct mutator *self)
{
    atomic_store_explicit(&stop, 1, memory_order_release);
    for (struct mutator *m = mutators; m < mutators + MUTATORS; m++)
        while (m != self && state_of(m) == RUNNING)
            pthin_thread_yield();
    for (struct mutator *m = mutators; m < mutators + MUTATORS; m++)
        if (state_of(m) != ABSENT)
            mark_stack(m);
    free_cells = NULL;
    for (struct cell *c = heap; c < heap + CELLS; c++) {
        if (!c->marked) {
            c->next = free_cells;
            c->value = -1;
            free_cells = c;
        }
        c->marked = 0;
    }
    collections++;
    atomic_store_explicit(&stop, 0, memory_order_release);
}

static __attribute__((noinline)) void collect_from_here(struct mutator *self)
{
    __builtin_unwind_init();
    self->low = __builtin_frame_address(0);
    self->low -= 256;
    collect(self);
}

static struct cell *allocate(struct mutator *self)
{
    /* While others hold the lock they may want to collect. */
    while (atomic_flag_test_and_set_explicit(&heap_lock, memory_order_acquire))
        safe_point(self);
    if (!free_cells)
        collect_from_here(self);
    struct cell *c = free_cells;
    if (!c)
        pthin_program_trap(); /* out of memory: cannot be, with these numbers */
    free_cells = c->next;
    atomic_flag_clear_explicit(&heap_lock, memory_order_release);
    return c;
}

/* A list of cells, all of one value; whether all are still as they were made. */
static int make_and_check(struct mutator *self, long value)
{
    struct cell *list = NULL;
    for (int i = 0; i < LIST; i++) {
        struct cell *c = allocate(self);
        c->value = value;
        c->next = list;
        list = c;
    }
    for (struct cell *c = list; c; c = c->next)
        if (c->value != value)
            return 0;
    return 1;
}

static void leave(void *arg)
{
    set_state(arg, ABSENT);
}

/* args: the mutator, and its number */
static void *mutate(size_t count, void **args)
{
    struct mutator *self = args[0];
    intptr_t good = 0;
    (void)count;
    if (pthin_thread_at_exit(leave, self) != 0)
        pthin_program_trap();
    for (long round = 0; round < ROUNDS; round++)
        good += make_and_check(self, (long)(intptr_t)args[1] * ROUNDS + round);
    return (void *)good;
}

int main(void)
{
    void *good;
    for (struct cell *c = heap; c < heap + CELLS; c++) {
        c->next = free_cells;
        free_cells = c;
    }
    for (intptr_t i = 0; i < MUTATORS; i++) {
        void *args[] = {&mutators[i], (void *)i};
        /* The heap's lock keeps a collection out while one comes. */
        while (atomic_flag_test_and_set_explicit(&heap_lock, memory_order_acquire))
            pthin_thread_yield();
        set_state(&mutators[i], RUNNING);
        if (pthin_thread_create(&mutators[i].thread, mutate, args, 2, STACK, 4096) != 0)
            return 1;
        atomic_flag_clear_explicit(&heap_lock, memory_order_release);
    }
    for (int i = 0; i < MUTATORS; i++)
        if (pthin_thread_join(mutators[i].thread, &good) != 0 || (intptr_t)good != ROUNDS)
            return 1;
    return collections == 0;
}
