/* SPDX-License-Identifier: MIT */
/*
 * The default sizes of stack and guard. The stack is what the program's own may grow to
 * (RLIMIT_STACK), as users of big libcs expect, within sane bounds; a linker's wish
 * (PT_GNU_STACK with a size, -Wl,-z,stack-size=N) raises it.
 */
#include "host/host.h"
#include "lock.h"
#include "stack.h"

#include <linux/auxvec.h>
#include <linux/elf.h>

#define STACK_UNLIMITED ((size_t)8 << 20) /* what an unlimited main stack means for threads */
#define STACK_LEAST     ((size_t)128 << 10)
#define STACK_MOST      ((size_t)1 << 30)

#if __SIZEOF_POINTER__ == 8
typedef Elf64_Phdr ElfPhdr;
#else
typedef Elf32_Phdr ElfPhdr;
#endif

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

size_t default_stack_size(void)
{
    /* relaxed, here and below: a number by itself */
    size_t size = atomic_load_explicit(&stack_size, memory_order_relaxed);
    if (likely(size))
        return size;
    uint64_t limit = sys_stack_limit();
    size_t linked = linked_stack_size();
    if (limit == UINT64_MAX)
        limit = STACK_UNLIMITED;
    size = limit < STACK_MOST ? (size_t)limit : STACK_MOST;
    if (size < linked)
        size = linked;
    if (size < STACK_LEAST)
        size = STACK_LEAST;
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
