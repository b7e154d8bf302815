/* SPDX-License-Identifier: MIT */
/*
 * We stand before libc where the loader looks for a name in the program and all its libraries. But
 * not where it looks in libc first, or only there: for a plugin that is loaded with RTLD_DEEPBIND,
 * and for dlsym with libc's handle, as language runtimes call it. Those would get the libc's
 * functions, for objects and threads that are ours.
 *
 * So the values of these names in libc's own table of symbols are made to lead to us, in this
 * process's memory. What we need of the libc is looked up before. It costs a copy of the table's
 * pages, some 20; therefore it is done when dlopen, dlsym or a like function is called for the
 * first time (the hosts' lookup.c), and not in all the programs that never do so.
 */
#include "redirect.h"

#include <link.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "core/lock.h"
#include "host/dynamic/start.h"
#include "host/host.h"

#ifndef MADV_POPULATE_WRITE
#    define MADV_POPULATE_WRITE 23
#endif

/*
 * Of this function of ours all versions in libc that are the default one's code. Another version is
 * for other objects: of a condition variable as it was before glibc 2.3.2, say.
 */
static void change(const struct redirect_places *p, const ElfW(Sym) * ours)
{
    const char *name = p->own.strings + ours->st_name;
    const ElfW(Sym) *theirs = elf_find_symbol(&p->libc, name);
    if (!theirs || ELF64_ST_TYPE(theirs->st_info) != STT_FUNC)
        return;
    ElfW(Addr) value = theirs->st_value;
    for (size_t s = 0; (s = elf_next(&p->libc, name, s)) != 0;) {
        ElfW(Sym) *symbol = (ElfW(Sym) *)&p->libc.symbols[s];
        if (symbol->st_value == value)
            *(volatile ElfW(Addr) *)&symbol->st_value = p->own.base + ours->st_value - p->libc.base;
    }
}

static void change_all(const struct redirect_places *p)
{
    size_t end = elf_symbols_end(&p->own);
    /* Whoever finds one of the new values also sees that the host has found its own functions
       (redirect_prepare). */
    atomic_thread_fence(memory_order_release);
    for (size_t i = elf_symbols_first(&p->own); i < end; i++)
        if (ELF64_ST_TYPE(p->own.symbols[i].st_info) == STT_FUNC && elf_is_default(&p->own, i))
            change(p, &p->own.symbols[i]);
}

/* Threads may be running, and look up names: a page is never unreadable. It may lie in a segment
   with code, but there is none in these pages if other tables lie on both sides, as with all
   linkers; so they need not be executable again. */
static const char *redirect(const struct redirect_places *p)
{
    const struct elf_object *o = &p->libc;
    if (!p->has_own || !p->has_libc || !p->first)
        return "this library was not loaded with the program, before libc";
    size_t page = host_page_size(), end = elf_symbols_end(o);
    uintptr_t from = round_down((uintptr_t)o->symbols, page);
    uintptr_t to = round_up((uintptr_t)(o->symbols + end), page);
    const uint32_t *before = o->gnu_hash ? o->gnu_hash : o->hash;
    if ((uintptr_t)before > (uintptr_t)o->symbols ||
        (uintptr_t)(o->symbols + end) > (uintptr_t)o->strings ||
        to > (uintptr_t)o->strings + o->strings_size)
        return "its table of symbols lies beside code";
    if (arch_syscall3(SYS_mprotect, (long)from, (long)(to - from), PROT_READ | PROT_WRITE) != 0)
        return "its table of symbols cannot be changed";
    /* All at once is faster. Kernels before 5.14 copy them as they are written. */
    arch_syscall3(SYS_madvise, (long)from, (long)(to - from), MADV_POPULATE_WRITE);
    change_all(p);
    arch_syscall3(SYS_mprotect, (long)from, (long)(to - from), PROT_READ);
    return NULL;
}

static _Atomic uint32_t lock; /* core/lock.h; of the redirection */
static atomic_bool done;

/* The caller is at it: a function that it calls is another library's, which looks up the libc's. */
static _Thread_local bool redirecting;

static __attribute__((noinline)) void redirect_now(void)
{
    struct redirect_places p = {0};
    const char *error = NULL;
    if (redirecting)
        return;
    redirecting = true;
    lock_acquire(&lock);
    if (!atomic_load_explicit(&done, memory_order_relaxed)) {
        redirect_find(&p);
        redirect_prepare(p.has_libc ? &p.libc : NULL);
        error = redirect(&p);
        /* release: pairs with redirect_libc's load; whoever passes it finds ours */
        atomic_store_explicit(&done, true, memory_order_release);
    }
    lock_release(&lock);
    redirecting = false;
    if (error && variable_is_set("PTHIN_VERBOSE"))
        fprintf(stderr, "pthin: functions that are looked up in libc itself are libc's: %s\n",
                error);
}

void redirect_libc(void)
{
    /* acquire: pairs with the store above */
    if (unlikely(!atomic_load_explicit(&done, memory_order_acquire)))
        redirect_now();
}

void redirect_after_fork(void)
{
    /* Whoever held it is gone; to do it again does no harm. */
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
}
