/* SPDX-License-Identifier: MIT */
/*
 * We stand before libc where the loader looks for a name in the program and all its libraries. But
 * not where it looks in libc first, or only there: for a plugin that is loaded with RTLD_DEEPBIND,
 * and for dlsym with libc's handle, as language runtimes call it. Those would get glibc's
 * functions, for objects and threads that are ours.
 *
 * So the values of these names in libc's own table of symbols are made to lead to us, in this
 * process's memory. What we need of glibc has been looked up before. It costs a copy of the table's
 * pages, some 20; therefore it is done when dlopen, dlsym or a like function is called for the
 * first time (lookup.c), and not in all the programs that never do so.
 */
#include "redirect.h"

#include <errno.h>
#include <link.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>

#include "core/lock.h"
#include "elf_lookup.h"
#include "host/host.h"
#include "start.h"
#include "symbols.h"

#ifndef MADV_POPULATE_WRITE
#    define MADV_POPULATE_WRITE 23
#endif

/* More names than we export. */
#define MOST 512

/* Where this library begins; the linker defines it. */
extern const char __ehdr_start[] __attribute__((visibility("hidden")));

struct places {
    struct elf_object own, libc;
    bool has_own, has_libc;
    bool first;    /* we are before libc, so what the program has bound is ours */
    bool executes; /* libc's table lies in a segment with code */
};

static bool lies_in_code(const struct dl_phdr_info *info, const struct elf_object *o)
{
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &info->dlpi_phdr[i];
        if (p->p_type == PT_LOAD &&
            (uintptr_t)o->symbols - info->dlpi_addr - p->p_vaddr < p->p_memsz)
            return p->p_flags & PF_X;
    }
    return true;
}

static int visit_object(struct dl_phdr_info *info, size_t size, void *arg)
{
    struct places *p = arg;
    struct elf_object object;
    (void)size;
    if (!elf_object_from(&object, info))
        return 0;
    if (info->dlpi_addr == (uintptr_t)__ehdr_start) {
        p->own = object;
        p->has_own = true;
        p->first = !p->has_libc;
    } else if (!p->has_libc && elf_find(&object, "__libc_early_init")) {
        p->libc = object;
        p->has_libc = true;
        p->executes = lies_in_code(info, &object);
    }
    return p->has_own && p->has_libc;
}

struct change {
    ElfW(Sym) * symbol;
    ElfW(Addr) value;
};

/*
 * Of each of our functions all versions in libc that are the default one's code. Another version is
 * for other objects: of a condition variable as it was before glibc 2.3.2, say.
 */
static size_t list_changes(const struct places *p, struct change *changes)
{
    size_t count = 0, end = elf_symbols_end(&p->own);
    for (size_t i = elf_symbols_first(&p->own); i < end; i++) {
        const ElfW(Sym) *ours = &p->own.symbols[i];
        const char *name = p->own.strings + ours->st_name;
        if (ELF64_ST_TYPE(ours->st_info) != STT_FUNC || !elf_is_default(&p->own, i))
            continue;
        const ElfW(Sym) *theirs = elf_find_symbol(&p->libc, name);
        if (!theirs || ELF64_ST_TYPE(theirs->st_info) != STT_FUNC)
            continue;
        for (size_t s = 0; (s = elf_next(&p->libc, name, s)) != 0 && count < MOST;)
            if (p->libc.symbols[s].st_value == theirs->st_value)
                changes[count++] = (struct change){(ElfW(Sym) *)&p->libc.symbols[s],
                                                   p->own.base + ours->st_value - p->libc.base};
    }
    return count;
}

/* Threads may be running, and look up names: a page is never unreadable, and never executable
   again if there is code in its segment, for there is none in these pages. */
static const char *apply(const struct places *p, const struct change *changes, size_t count)
{
    const struct elf_object *o = &p->libc;
    size_t page = host_page_size(), end = elf_symbols_end(o);
    uintptr_t from = round_down((uintptr_t)o->symbols, page);
    uintptr_t to = round_up((uintptr_t)(o->symbols + end), page);
    /* There is if other tables do not lie on both sides, as they do with all linkers. */
    if (p->executes && !((uintptr_t)o->gnu_hash <= (uintptr_t)o->symbols &&
                         (uintptr_t)(o->symbols + end) <= (uintptr_t)o->strings &&
                         to <= (uintptr_t)o->strings + o->strings_size))
        return "its table of symbols lies beside code";
    if (mprotect((void *)from, to - from, PROT_READ | PROT_WRITE) != 0)
        return "its table of symbols cannot be changed";
    /* All at once is faster. Kernels before 5.14 copy them as they are written. */
    madvise((void *)from, to - from, MADV_POPULATE_WRITE);
    for (size_t i = 0; i < count; i++)
        *(volatile ElfW(Addr) *)&changes[i].symbol->st_value = changes[i].value;
    mprotect((void *)from, to - from, PROT_READ);
    return NULL;
}

static const char *redirect(void)
{
    struct places p = {0};
    struct change changes[MOST];
    dl_iterate_phdr(visit_object, &p);
    if (!p.has_own || !p.has_libc || !p.first)
        return "this library was not loaded with the program, before libc";
    return apply(&p, changes, list_changes(&p, changes));
}

static _Atomic uint32_t lock; /* core/lock.h; of the redirection */
static atomic_bool done;

void redirect_libc(void)
{
    int saved_errno = errno;
    /* acquire: pairs with the store below */
    if (likely(atomic_load_explicit(&done, memory_order_acquire)))
        return;
    symbols_find(); /* now, for later they are ours */
    lock_acquire(&lock);
    const char *error = NULL;
    if (!atomic_load_explicit(&done, memory_order_relaxed))
        error = redirect();
    /* release: pairs with the load above; whoever passes it finds ours */
    atomic_store_explicit(&done, true, memory_order_release);
    lock_release(&lock);
    if (error && start_is_verbose())
        fprintf(stderr, "pthin: functions that are looked up in libc itself are libc's: %s\n",
                error);
    errno = saved_errno;
}

void redirect_after_fork(void)
{
    /* Whoever held it is gone; to do it again does no harm. */
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
}
