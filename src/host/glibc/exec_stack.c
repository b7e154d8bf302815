/* SPDX-License-Identifier: MIT */
/*
 * Executable stacks, for code that a compiler puts there, as for GNU C's nested functions. Objects
 * that need them say so in PT_GNU_STACK, the program as well as a library that is loaded later.
 * glibc then changes the stacks on a list of its own, on which ours are not: a fork would take
 * them for its property. So we look for such objects whenever a thread is made.
 */
#include "exec_stack.h"

#include <link.h>

#include "host/host.h"
#include "core/syscalls.h"

/* Objects loaded until the last look at all of them; and some asks for executable stacks, which
   stays so when it is unloaded. */
static _Atomic unsigned long seen_loads;
static atomic_bool executable;
/* The loader's lock may be held by a thread that is not in this process. */
static atomic_bool blind;

struct look {
    unsigned long seen, loads; /* then, now */
    bool found;
};

static int visit_object(struct dl_phdr_info *info, size_t size, void *arg)
{
    struct look *look = arg;
    (void)size;
    look->loads = (unsigned long)info->dlpi_adds;
    if (look->loads == look->seen)
        return 1;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &info->dlpi_phdr[i];
        look->found |= p->p_type == PT_GNU_STACK && (p->p_flags & PF_X);
    }
    return look->found;
}

/* Nobody can do anything about a refusal (of a security module), and few threads will miss it. */
static void make_executable(struct thread *t, void *arg)
{
    (void)arg;
    if (t->stack.map_size) /* not one of the program's own */
        sys_protect_all(t->stack.low, t->stack.size);
}

void exec_stack_begin(struct thread *t)
{
    /* relaxed, here and below: whoever knows of an object's loading finds it in the loader's list,
       under the loader's lock */
    if (unlikely(atomic_load_explicit(&executable, memory_order_relaxed))) {
        make_executable(t, NULL);
        return;
    }
    if (unlikely(atomic_load_explicit(&blind, memory_order_relaxed)))
        return;
    struct look look = {.seen = atomic_load_explicit(&seen_loads, memory_order_relaxed)};
    dl_iterate_phdr(visit_object, &look);
    if (unlikely(look.found)) {
        /* First: a thread that is put on the ring after our walk makes its own executable. */
        atomic_store_explicit(&executable, true, memory_order_relaxed);
        host_each_thread(make_executable, NULL);
        return;
    }
    if (look.loads != look.seen)
        atomic_store_explicit(&seen_loads, look.loads, memory_order_relaxed);
}

/* glibc makes its other locks new in the child, this one not. If there was nobody else, the caller
   alone can have held it. */
void exec_stack_after_fork(void)
{
    if (!host_single_threaded())
        atomic_store_explicit(&blind, true, memory_order_relaxed);
}
