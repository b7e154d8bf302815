/* SPDX-License-Identifier: MIT */
/*
 * Executable stacks, for code that a compiler puts there, as for GNU C's nested functions. Objects
 * that need them say so in PT_GNU_STACK, the program as well as, up to glibc 2.40, a library that
 * is loaded later. glibc then changes the stacks on a list of its own, on which ours are not: a
 * fork would take them for its property. So we look at the word where the loader keeps what it
 * wants of stacks, whenever a thread is made. Not at the objects: dl_iterate_phdr takes a lock that
 * a callback of the program's may hold while it waits for the new thread, and that nobody makes
 * free in the child of a fork.
 */
#include "exec_stack.h"

#include "core/syscalls.h"
#include "host/host.h"
#include "symbols.h"

/* The threads that were there when stacks were first found to be executable have theirs so. */
static atomic_bool executable;

/* Nobody can do anything about a refusal (of a security module), and few threads will miss it. */
static void make_executable(struct thread *t, void *arg)
{
    (void)arg;
    if (t->stack.map_size) /* not one of the program's own */
        sys_protect_all(t->stack.low, t->stack.size);
}

void exec_stack_begin(struct thread *t)
{
    /* relaxed: whoever knows of an object's loading finds the word as the loading left it */
    if (likely(atomic_load_explicit(glibc_symbols.stack_flags, memory_order_relaxed) !=
               STACK_EXECUTABLE))
        return;
    /* relaxed, here and below: a thread that is put on the ring after the walk sees both words as
       the walk's caller did, by the ring's lock, and makes its own executable */
    if (atomic_load_explicit(&executable, memory_order_relaxed)) {
        make_executable(t, NULL);
        return;
    }
    atomic_store_explicit(&executable, true, memory_order_relaxed);
    host_each_thread(make_executable, NULL);
}
