/* SPDX-License-Identifier: MIT */
/*
 * What we know of the glibc around us: where the fields of its thread descriptor (struct
 * pthread) lie, and its private functions and data. Constant once it is written: the little that
 * programs without threads need, by first.c when the library is loaded; all else by symbols.c and
 * calibrate.c, before the first thread is created or when it is first asked for.
 */
#ifndef PTHIN_GLIBC_FACTS_H
#define PTHIN_GLIBC_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Words of libc's thread-local data that malloc keeps: tcache and arena. */
#define MALLOC_WORDS 2

/* For any thread about itself. */
struct glibc_own {
    uint32_t tid; /* an offset in struct pthread; 0: not known */
    /* Bytes from a thread's descriptor to its thread pointer; 0 on ports where they are the same. */
    size_t tp_offset;
};

extern struct glibc_own glibc_own __attribute__((visibility("hidden")));

struct glibc_facts {
    /* Offsets in struct pthread; 0: not known. */
    uint32_t exit_word; /* what the kernel clears at exit: tid, from 2.43 on joinstate */
    uint32_t list;      /* its link in one of the two lists of threads */
    uint32_t cancelhandling;
    uint32_t specific;   /* glibc's own key values */
    uint32_t robust;     /* the robust list head */
    uint32_t stackblock; /* followed by its size and the guard's size */
    uint32_t resolver;   /* struct __res_state, to which resp points */
    uint32_t dtv;        /* the pointer to the DTV's entries; only for leak checkers */
    uint32_t size;       /* of the whole struct */

    uint32_t dtv_entry; /* bytes; the block that malloc gave begins with one more entry */

    uint32_t exit_word_alive; /* what exit_word holds before and while a thread runs */

    /* Static TLS as the loader laid it out; with struct pthread where that lies above it. */
    size_t tls_size, tls_align;
    size_t tls_used; /* how far from the thread pointer the libraries of the start go in it */

    /* Distances of libc's thread-local variables from a thread's handle. */
    ptrdiff_t libc_tls; /* all of them */
    size_t libc_tls_size;
    ptrdiff_t resp;
    ptrdiff_t dlerror_result; /* what dlerror has to say, or NULL */
    ptrdiff_t malloc_words[MALLOC_WORDS];
    unsigned malloc_word_count;

    /* Restartable sequences (2.35 and later). */
    bool has_rseq;
    ptrdiff_t rseq;     /* from the thread pointer */
    uint32_t rseq_size; /* 0: switched off */
};

extern struct glibc_facts glibc_facts __attribute__((visibility("hidden")));

/* A word of 32 bits, or one that holds a pointer, in the descriptor of the thread of this
   handle. */
static inline uint32_t *glibc_word32(uintptr_t handle, uint32_t offset)
{
    return (uint32_t *)(handle + offset);
}

static inline uintptr_t *glibc_word(uintptr_t handle, uint32_t offset)
{
    return (uintptr_t *)(handle + offset);
}

/* In cancelhandling from 2.36 on, before that always clear: cancellation is disabled. */
#define CANCELHANDLING_DISABLED 0x01u
/* CANCELING in cancelhandling, up to 2.40: a thread of asynchronous type has been sent the signal,
   and will set CANCELED. */
#define CANCELHANDLING_CANCELING 0x04u
/* Finds glibc_own, if that has not been done; may be called at any time from any thread. */
void first_find(void);

/*
 * Looks up the facts and the functions (symbols.h), if that has not been done; may be called at any
 * time from any thread. NULL, or what the engine misses.
 */
const char *symbols_find(void);

/* CANCELED in cancelhandling: the thread is to act, unless it has cancellation disabled. */
#define CANCELHANDLING_CANCELED 0x08u
/* EXITING in cancelhandling: cancellation does not act, setuid does not wait for the thread. */
#define CANCELHANDLING_EXITING 0x10u

#endif
