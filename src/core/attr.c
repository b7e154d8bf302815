/* SPDX-License-Identifier: MIT */
/*
 * The default sizes of stack and guard. The stack is what the program's own might grow to when it
 * was started (RLIMIT_STACK), as users of big libcs expect; a linker's wish (PT_GNU_STACK with a
 * size, -Wl,-z,stack-size=N) raises it.
 */
#include "elf.h"
#include "host/host.h"
#include "lock.h"
#include "stack.h"

#include <linux/auxvec.h>

/* What an unlimited main stack means for threads, as in glibc on all our ports. */
#define STACK_UNLIMITED ((size_t)2 << 20)
/* Smaller limits are meant for programs that know what their main thread needs. */
#define STACK_LEAST ((size_t)128 << 10)

/* 0: not known yet. Racing first users compute the same. */
static _Atomic size_t stack_size, guard_size;

static size_t linked_stack_size(void)
{
    const ElfPhdr *phdr = (const ElfPhdr *)host_auxval(AT_PHDR);
    size_t n = host_auxval(AT_PHNUM);
    for (size_t i = 0; phdr && i < n; i++)
        if (phdr[i].p_type == PT_GNU_STACK)
            return phdr[i].p_memsz;
    return 0;
}

size_t stack_size_of_limit(uint64_t limit)
{
    if (limit > SIZE_MAX / 2) /* beyond all addresses */
        return STACK_UNLIMITED;
    return limit > STACK_LEAST ? (size_t)limit : STACK_LEAST;
}

#if !HOST_HAS_DEFAULT_STACK
/* 0: not known yet. */
static uint64_t limit_at_start;

/* Before the program's own constructors, which may change the limit. Only programs that use threads
   have this file linked to them, and make this system call. */
static __attribute__((constructor(101))) void remember_limit(void)
{
    limit_at_start = sys_stack_limit();
}

static size_t host_default_stack_size(void)
{
    return stack_size_of_limit(limit_at_start ? limit_at_start : sys_stack_limit());
}
#endif

size_t default_stack_size(void)
{
    /* relaxed, here and below: a number by itself */
    size_t size = atomic_load_explicit(&stack_size, memory_order_relaxed);
    if (likely(size))
        return size;
    size_t linked = linked_stack_size();
    size = host_default_stack_size();
    if (size < linked)
        size = linked;
    size = round_up(size, host_page_size());
    atomic_store_explicit(&stack_size, size, memory_order_relaxed);
    return size;
}

size_t default_guard_size(void)
{
    size_t size = atomic_load_explicit(&guard_size, memory_order_relaxed);
    if (likely(size))
        return size - 1;
    size = HOST_GUARD_SIZE;
    /* One more than the size, for a default of 0 can be set. */
    atomic_store_explicit(&guard_size, size + 1, memory_order_relaxed);
    return size;
}

void default_sizes_set(size_t stack, size_t guard)
{
    atomic_store_explicit(&stack_size, stack, memory_order_relaxed);
    atomic_store_explicit(&guard_size, guard + 1, memory_order_relaxed);
    cache_drain(); /* blocks of the old size are of no use */
}

static _Atomic uint32_t defaults_word;

void defaults_lock(void)
{
    lock_acquire(&defaults_word);
}

void defaults_unlock(void)
{
    lock_release(&defaults_word);
}

void defaults_after_fork(void)
{
    /* relaxed: nobody else is there; whoever held it is not */
    atomic_store_explicit(&defaults_word, 0, memory_order_relaxed);
}
