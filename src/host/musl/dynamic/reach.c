/* SPDX-License-Identifier: MIT */
/*
 * Finding musl's insides in libc.so, which has no names for them.
 *
 * The process (struct musl_process) holds the address of the auxiliary vector, which the kernel has put
 * on the initial stack a little below the bytes that AT_RANDOM is the address of. Of all words in
 * libc.so's variables that could be such an address, one has around it what a struct musl_process has.
 *
 * The lock of the ring of threads is the word that the kernel clears when a thread of musl's ends.
 * The kernel tells which one that is; where it does not, the self-check finds out (calibrate.c).
 */
#include "reach.h"

#include <link.h>
#include <sys/auxv.h>

#include <asm/unistd.h>
#include <linux/prctl.h>
#include "musl.h"
#include "own.h"

static struct musl_process unknown = {.threaded = 1};
static _Atomic uint32_t own_lock, somebody_waits = 1;
static const struct deadline passed = {.clock = 1};
#define NOTHING_KNOWN                                                                              \
    {                                                                                              \
        false, false, &unknown, &own_lock, &somebody_waits, &passed                                \
    }
struct musl_places musl_places = NOTHING_KNOWN;

void musl_forget(void)
{
    musl_places = (struct musl_places)NOTHING_KNOWN;
}

struct musl_segment musl_segment;

/* Between the auxiliary vector and the random bytes are at most the name of the processor and some
   padding. */
#define AUXV_BELOW_RANDOM 4096

static int visit_object(struct dl_phdr_info *info, size_t size, void *arg)
{
    uintptr_t function = (uintptr_t)musl_own()->create;
    bool here = false;
    (void)size, (void)arg;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &info->dlpi_phdr[i];
        uintptr_t from = info->dlpi_addr + p->p_vaddr;
        if (p->p_type != PT_LOAD)
            continue;
        here |= function - from < p->p_memsz;
        if (p->p_flags & PF_W)
            musl_segment = (struct musl_segment){round_up(from, sizeof(void *)), from + p->p_memsz};
    }
    if (!here)
        musl_segment = (struct musl_segment){0, 0};
    return here;
}

/* Whether it is a vector of pairs that says what the kernel said. */
static bool is_auxv(const uintptr_t *a, uintptr_t random)
{
    bool page_size = false, random_bytes = false;
    for (; (uintptr_t)a < random - 2 * sizeof *a && a[0] != AT_NULL; a += 2) {
        page_size |= a[0] == AT_PAGESZ && a[1] == getauxval(AT_PAGESZ);
        random_bytes |= a[0] == AT_RANDOM && a[1] == random;
    }
    return page_size && random_bytes && a[0] == AT_NULL;
}

static bool is_process(const struct musl_process *l)
{
    return musl_process_fits(l) && (l->threaded & ~1) == 0 && l->need_locks >= -1 &&
           l->need_locks <= 1 && l->threads_minus_1 >= 0 && l->tls_head &&
           l->tls_count == musl_self()->dtv[0];
}

static struct musl_process *find_process(void)
{
    uintptr_t random = getauxval(AT_RANDOM), at = musl_segment.from;
    struct musl_process *found = NULL;
    for (; random && at + sizeof(struct musl_process) <= musl_segment.to; at += sizeof(void *)) {
        struct musl_process *l = (struct musl_process *)at;
        uintptr_t auxv = (uintptr_t)l->auxv;
        if (random - auxv > AUXV_BELOW_RANDOM || auxv % sizeof(void *) || auxv >= random ||
            !is_auxv(l->auxv, random) || !is_process(l))
            continue;
        if (found)
            return NULL;
        found = l;
    }
    return found;
}

static void find_list_lock(void)
{
    /* A kernel of 64 bits writes an address of 64 bits, also for a program of 32. */
    uint64_t word = 0;
    if (arch_syscall2(__NR_prctl, PR_GET_TID_ADDRESS, (long)&word) != 0)
        return;
    if (word >= musl_segment.from && word < musl_segment.to && word % sizeof(uint32_t) == 0)
        musl_found_lock((_Atomic uint32_t *)(uintptr_t)word);
}

void musl_found_lock(_Atomic uint32_t *lock)
{
    musl_places.list_lock = lock;
    musl_places.ring_known = true;
}

const char *musl_find(void)
{
    if (musl_is_known)
        return NULL;
    if (!dl_iterate_phdr(visit_object, NULL) || !musl_segment.from)
        return "where libc.so is";
    if (!musl_thread_fits(musl_self()))
        return "the descriptor of a thread";
    struct musl_process *l = find_process();
    if (!l)
        return "what libc.so keeps of the process";
    musl_places.libc = l;
    musl_places.known = true;
    find_list_lock();
    return NULL;
}
