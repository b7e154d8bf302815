/* SPDX-License-Identifier: MIT */
/*
 * Looking up what we need of glibc, in libc itself, so that it is not our function of the same
 * name, and in the loader. The names with _thread_db_ are what libc tells its debugger library
 * about offsets.
 */
#include "symbols.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "core/robust.h"
#include "host/dynamic/elf_lookup.h"
#include "host/host.h"

struct glibc_facts glibc_facts;
struct glibc_symbols glibc_symbols;

/* Set when the two above are complete, and missing is written. */
static atomic_bool found;
static const char *missing;

struct wanted {
    const char *name;
    size_t at; /* in struct glibc_symbols */
};
#define WANTED(name, member)                                                                       \
    {                                                                                              \
        name, offsetof(struct glibc_symbols, member)                                               \
    }

/* In libc or the loader, for each other. */
static const struct wanted private_names[] = {
    WANTED("_dl_allocate_tls", allocate_tls),
    WANTED("_dl_deallocate_tls", deallocate_tls),
    WANTED("_dl_get_tls_static_info", tls_static_info),
    WANTED("__ctype_init", ctype_init),
    WANTED("__call_tls_dtors", call_tls_dtors),
    WANTED("__nptl_nthreads", nthreads),
    WANTED("__pthread_keys", keys),
};

struct libraries {
    struct elf_object libc, loader;
    bool has_libc, has_loader;
};

static int visit_object(struct dl_phdr_info *info, size_t size, void *arg)
{
    struct libraries *l = arg;
    struct elf_object object;
    (void)size;
    if (!elf_object_from(&object, info))
        return 0;
    if (elf_find(&object, "__libc_early_init")) {
        l->libc = object;
        l->has_libc = true;
    } else if (elf_find(&object, "_rtld_global")) {
        l->loader = object;
        l->has_loader = true;
    }
    return l->has_libc && l->has_loader;
}

static void *find_private(const struct libraries *l, const char *name)
{
    void *value = elf_find(&l->libc, name);
    return value ? value : elf_find(&l->loader, name);
}

static void put(struct glibc_symbols *s, const struct wanted *w, void *value)
{
    __builtin_memcpy((char *)s + w->at, &value, sizeof value);
}

/* An offset that libc publishes for debuggers: {size in bits, elements, offset in bytes}. */
static bool find_offset(const struct libraries *l, const char *name, unsigned bits,
                        uint32_t *offset)
{
    const uint32_t *d = find_private(l, name);
    if (!d || (bits && d[0] != bits))
        return false;
    *offset = d[2];
    return true;
}

static const char *find_offsets(const struct libraries *l, struct glibc_facts *f)
{
    const unsigned link_bits = sizeof(struct list_link) * 8;
    const uint32_t *size = find_private(l, "_thread_db_sizeof_pthread");
    if (!size)
        return "_thread_db_sizeof_pthread";
    f->size = *size;
    if (!glibc_own.tid)
        return "_thread_db_pthread_tid";
    if (!find_offset(l, "_thread_db_pthread_list", link_bits, &f->list))
        return "_thread_db_pthread_list";
    if (!find_offset(l, "_thread_db_pthread_cancelhandling", 32, &f->cancelhandling))
        return "_thread_db_pthread_cancelhandling";
    if (!find_offset(l, "_thread_db_pthread_specific", 0, &f->specific))
        return "_thread_db_pthread_specific";
    /* Can be done without. */
    const uint32_t *entry = find_private(l, "_thread_db_dtv_dtv");
    if (entry && find_offset(l, "_thread_db_pthread_dtvp", 0, &f->dtv))
        f->dtv_entry = entry[0] / 8;
    if (f->dtv_entry < sizeof(void *) || f->dtv % sizeof(void *))
        f->dtv = 0;
    return NULL;
}

/* The lists of threads and their lock, members of the loader's _rtld_global. */
static const char *find_lists(const struct libraries *l, struct glibc_symbols *s)
{
    const unsigned link_bits = sizeof(struct list_link) * 8;
    char *global = find_private(l, "_rtld_global");
    char **nptl_global = find_private(l, "__nptl_rtld_global");
    uint32_t used, user;
    if (!global || (nptl_global && *nptl_global != global))
        return "_rtld_global";
    if (!find_offset(l, "_thread_db_rtld_global__dl_stack_used", link_bits, &used) ||
        !find_offset(l, "_thread_db_rtld_global__dl_stack_user", link_bits, &user))
        return "_thread_db_rtld_global__dl_stack_user";
    s->stack_used = (struct list_link *)(global + used);
    s->stack_user = (struct list_link *)(global + user);
    /* used, user, cache (a list each), cache's size, list element in flight, lock: since 2.34.
       calibrate.c proves it. */
    s->stack_list_lock = (_Atomic uint32_t *)(global + user + 6 * sizeof(void *));
    return NULL;
}

static int wants_executable_stacks(struct dl_phdr_info *info, size_t size, void *unused)
{
    (void)size, (void)unused;
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_GNU_STACK && (info->dlpi_phdr[i].p_flags & PF_X))
            return true;
    return false;
}

/* Before the modules' TLS: the word that we want, a bool, and how many modules there are, libc at
   least. Later glibcs may have put the word elsewhere; but from 2.41 on it stays as it is at the
   program's start. */
static void find_stack_flags(const struct libraries *l, struct glibc_symbols *s)
{
    static _Atomic uint32_t at_start;
    char *global = find_private(l, "_rtld_global");
    uint32_t modules;
    if (find_offset(l, "_thread_db_rtld_global__dl_tls_dtv_slotinfo_list", sizeof(void *) * 8,
                    &modules)) {
        const size_t *count = (size_t *)(global + modules) - 1;
        s->stack_flags = (_Atomic uint32_t *)(count - 1);
        uint32_t now = atomic_load_explicit(s->stack_flags, memory_order_relaxed);
        if (*count != 0 && *count <= UINT16_MAX &&
            (now == STACK_EXECUTABLE || now == (PF_R | PF_W) || now == (PROT_READ | PROT_WRITE)))
            return;
    }
    s->stack_flags = &at_start;
    if (dl_iterate_phdr(wants_executable_stacks, NULL))
        atomic_store_explicit(&at_start, STACK_EXECUTABLE, memory_order_relaxed);
}

/* How far the caller's copy of a variable of libc's is from its descriptor: the same in every
   thread. */
static bool find_thread_local(const struct libraries *l, const char *name, uintptr_t self,
                              ptrdiff_t *distance)
{
    char *value = elf_find(&l->libc, name);
    if (!value || (size_t)(value - l->libc.tls) >= l->libc.tls_size)
        return false;
    *distance = (ptrdiff_t)((uintptr_t)value - self);
    return true;
}

/* Called for each library: how far its thread-local data goes, if that is in static TLS. */
static int visit_tls(struct dl_phdr_info *info, size_t size, void *arg)
{
    struct glibc_facts *f = arg;
    uintptr_t begin = (uintptr_t)info->dlpi_tls_data, tp = arch_thread_pointer();
    (void)size;
    for (int i = 0; begin && i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &info->dlpi_phdr[i];
        size_t far = ARCH_TLS_ABOVE_TP ? begin + p->p_memsz - tp : tp - begin;
        if (p->p_type == PT_TLS && far <= f->tls_size && far > f->tls_used)
            f->tls_used = far;
    }
    return 0;
}

static const char *find_thread_locals(const struct libraries *l, struct glibc_facts *f,
                                      const struct glibc_symbols *s)
{
    if (!l->libc.tls)
        return "libc's thread-local data";
    const uintptr_t self = glibc_self();
    f->libc_tls = (ptrdiff_t)((uintptr_t)l->libc.tls - self);
    f->libc_tls_size = l->libc.tls_size;
    if (!find_thread_local(l, "__resp", self, &f->resp))
        return "__resp";
    if (!find_thread_local(l, "__libc_dlerror_result", self, &f->dlerror_result))
        return "__libc_dlerror_result";

    const ptrdiff_t *rseq = find_private(l, "__rseq_offset");
    const unsigned *rseq_size = find_private(l, "__rseq_size");
    /* 0 where this glibc does not know them on this port: there static TLS may begin. */
    f->has_rseq = rseq && rseq_size && *rseq != 0;
    if (f->has_rseq) {
        f->rseq = *rseq;
        f->rseq_size = *rseq_size;
    }
    s->tls_static_info(&f->tls_size, &f->tls_align);
    dl_iterate_phdr(visit_tls, f);
    return NULL;
}

/* The head of the robust list in the caller's descriptor, as glibc makes it before it registers it:
   an empty list that goes both ways. */
static struct robust_head *search_robust_list(const struct glibc_facts *f, uintptr_t self)
{
    for (uint32_t at = sizeof(void *); at + sizeof(struct robust_head) <= f->size;
         at += sizeof(void *)) {
        struct robust_head *head = (struct robust_head *)(self + at);
        if (head->next == head && *((void **)head - 1) == head &&
            head->futex_offset == ROBUST_FUTEX_OFFSET && !head->pending)
            return head;
    }
    return NULL;
}

/* glibc registered the caller's robust list; its head is a field like the others. The kernel does not
   say so where it has none, or an emulator, or where a sandbox forbids the question; and another
   library may have registered one of its own since. Then the field can still be seen. */
static bool find_robust_list(struct glibc_facts *f, uintptr_t self)
{
    struct robust_head *head = NULL;
    size_t size = 0;
    long r = arch_syscall3(SYS_get_robust_list, 0, (long)&head, (long)&size);
    if (r != 0 || (uintptr_t)head - self > f->size - sizeof *head)
        head = search_robust_list(f, self);
    else if (size != sizeof *head || head->futex_offset != ROBUST_FUTEX_OFFSET)
        return false;
    if (!head)
        return false;
    f->robust = (uint32_t)((uintptr_t)head - self);
    return true;
}

static const char *find_all(const struct libraries *l, struct glibc_facts *f,
                            struct glibc_symbols *s)
{
    const char *error = find_offsets(l, f);
    if (error)
        return error;
    if (ARCH_TLS_ABOVE_TP ? glibc_own.tp_offset < f->size : glibc_own.tp_offset != 0)
        return "the place of the thread's descriptor";
    if (!find_robust_list(f, glibc_self()))
        return "the robust list";
    for (size_t i = 0; i < sizeof private_names / sizeof *private_names; i++) {
        void *value = find_private(l, private_names[i].name);
        if (!value)
            return private_names[i].name;
        put(s, &private_names[i], value);
    }
    error = find_lists(l, s);
    if (!error)
        find_stack_flags(l, s);
    if (!error)
        error = find_thread_locals(l, f, s);
    return error;
}

/* By words: whoever looks at one of them meanwhile finds 0, or what it is from now on. */
static void copy(void *to, const void *from, size_t size)
{
    for (size_t i = 0; i < size / sizeof(uintptr_t); i++)
        ((volatile uintptr_t *)to)[i] = ((const uintptr_t *)from)[i];
}
_Static_assert(sizeof(struct glibc_facts) % sizeof(uintptr_t) == 0, "whole words");
_Static_assert(sizeof(struct glibc_symbols) % sizeof(uintptr_t) == 0, "here, too");

/* Of several callers at once the first one's is kept: the self-check adds to it. No signal handler comes
   between, which would wait here for what it has interrupted. */
static void keep(const struct glibc_facts *facts, const struct glibc_symbols *symbols,
                 const char *error)
{
    static _Atomic uint32_t claimed; /* a whole word: not every processor exchanges less */
    ksigset all = KSIG_ALL, mask;
    sys_sigprocmask(KSIG_BLOCK, &all, &mask);
    if (!atomic_exchange_explicit(&claimed, 1, memory_order_relaxed)) {
        copy(&glibc_facts, facts, sizeof *facts);
        copy(&glibc_symbols, symbols, sizeof *symbols);
        missing = error;
        /* release: pairs with the load below, and that of symbols_find */
        atomic_store_explicit(&found, true, memory_order_release);
    }
    while (!atomic_load_explicit(&found, memory_order_acquire))
        arch_cpu_relax();
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
}

const char *symbols_find(void)
{
    /* acquire: pairs with the store in keep */
    if (atomic_load_explicit(&found, memory_order_acquire))
        return missing;
    struct glibc_facts facts = {0};
    struct glibc_symbols symbols = {0};
    struct libraries libraries = {0};
    first_find();
    dl_iterate_phdr(visit_object, &libraries);
    if (!libraries.has_libc || !libraries.has_loader)
        fatal("cannot find the program's C library");
    keep(&facts, &symbols, find_all(&libraries, &facts, &symbols));
    return missing;
}
