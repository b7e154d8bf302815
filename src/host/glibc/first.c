/* SPDX-License-Identifier: MIT */
/*
 * What is looked up of glibc as soon as this library is loaded: little, for a program that creates no
 * thread gets nothing for it. All else waits until it is asked for (symbols.c, public_symbols.c).
 */
#include "host/dynamic/elf_lookup.h"
#include "host/host.h"
#include "symbols.h"

struct glibc_own glibc_own WRITTEN_EARLY;
static struct elf_object libc WRITTEN_EARLY;

/* Set when the two above are complete. */
static atomic_bool found WRITTEN_EARLY;

static int visit_object(struct dl_phdr_info *info, size_t size, void *arg)
{
    struct elf_object object;
    (void)size;
    if (!elf_object_from(&object, info) || !elf_find(&object, "__libc_early_init"))
        return 0;
    *(struct elf_object *)arg = object;
    return 1;
}

void first_find(void)
{
    struct elf_object object;
    /* acquire: pairs with the store below */
    if (likely(atomic_load_explicit(&found, memory_order_acquire)))
        return;
    if (!dl_iterate_phdr(visit_object, &object))
        fatal("cannot find the program's C library");
    /* What libc tells its debugger library: {size in bits, elements, offset in bytes}. */
    const uint32_t *tid = elf_find(&object, "_thread_db_pthread_tid");
    /* Several callers may come here at once: all write the same. */
    libc = object;
    glibc_own.tid = tid && tid[0] == 8 * sizeof(uint32_t) ? tid[2] : 0;
    glibc_own.tp_offset = arch_thread_pointer() - public_first(&libc)->self();
    /* release: pairs with the load above */
    atomic_store_explicit(&found, true, memory_order_release);
}

const struct glibc_first *glibc_first(void)
{
    first_find();
    return public_first(&libc);
}

const struct glibc_functions *glibc(void)
{
    first_find();
    return public_symbols(&libc);
}
