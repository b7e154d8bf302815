/* SPDX-License-Identifier: MIT */
/* What the files of this host share: what the kernel handed over, and the layout of TLS. */
#ifndef PTHIN_HOST_NONE_PROGRAM_H
#define PTHIN_HOST_NONE_PROGRAM_H

#include "host/host.h"

#include "core/elf.h"

struct program {
    char **environment;
    const uintptr_t *auxv; /* pairs of type and value, ended by AT_NULL */
    size_t page_size;      /* bytes */
    const ElfPhdr *phdr;   /* program headers, as loaded */
    size_t phnum;
    uintptr_t load_bias; /* what is added to the addresses in the file */
    const ElfPhdr *tls;  /* PT_TLS, or NULL */
    /* The layout of a thread's TLS and TCB, in bytes: tcb.c */
    size_t tls_align;    /* of the thread pointer */
    size_t tls_below;    /* below it, as much as is cleared */
    size_t tls_above;    /* the same above it */
    size_t tls_size;     /* of the whole area */
    intptr_t tls_offset; /* from the thread pointer to the TLS block */
    uintptr_t canary;    /* the stack protector's, from AT_RANDOM */
    uintptr_t sysinfo;   /* the kernel's AT_SYSINFO, or 0 */
};
extern PTHIN_HIDDEN struct program program;

/* Finds the program headers, the bias and PT_TLS. dynamic: the dynamic section, or NULL. */
void program_headers(const ElfDyn *dynamic);

/* Applies the program's own relocations (static PIE), then protects RELRO. */
void program_relocate(const ElfDyn *dynamic);

/* Finds out the layout of TLS and TCB. */
void program_tls_layout(void);

/* Makes TLS and TCB of the initial thread. */
void program_main_thread(void);

/* Sets the canary that ports without one in the TCB read. */
void stack_protector_init(uintptr_t canary);

/* Where the block of module 1's variables begins, below or above this thread pointer. */
static inline char *tls_block(uintptr_t tp)
{
    return (char *)tp + program.tls_offset;
}

#endif
