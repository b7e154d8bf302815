/* SPDX-License-Identifier: MIT */
/*
 * x86_64: the start of glibc's struct pthread, which lies at the thread pointer. These fields
 * are part of the ABI between compilers, libc and the loader, or have kept their places since
 * glibc 2.34; the others are looked up or learned (src/host/glibc/facts.h).
 */
#ifndef PTHIN_ARCH_GLIBC_H
#define PTHIN_ARCH_GLIBC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arch_port.h"

/* PTHREAD_STACK_MIN, bytes. */
#define ARCH_GLIBC_STACK_MIN 16384

/* What precedes the abort handlers of restartable sequences. */
#define ARCH_RSEQ_SIGNATURE 0x53053053

struct arch_glibc_tcb {
    void *tcb; /* itself */
    void *dtv;
    void *self; /* itself */
    int multiple_threads;
    int gscope; /* whether it is inside the loader's data */
    uintptr_t sysinfo;
    uintptr_t canary;
    uintptr_t pointer_guard; /* what setjmp hides addresses with */
    uintptr_t vgetcpu_cache[2];
    uint32_t feature_1; /* CET: what is switched on */
    uint32_t unused;
};
_Static_assert(offsetof(struct arch_glibc_tcb, multiple_threads) == 0x18, "glibc's layout");
_Static_assert(offsetof(struct arch_glibc_tcb, canary) == 0x28, "the ABI's layout");
_Static_assert(offsetof(struct arch_glibc_tcb, pointer_guard) == 0x30, "the ABI's layout");
_Static_assert(offsetof(struct arch_glibc_tcb, feature_1) == 0x48, "the ABI's layout");

/* Fills in a new thread's descriptor as the caller's, mine. */
static inline void arch_glibc_tcb_fill(void *descriptor, const void *mine)
{
    struct arch_glibc_tcb *tcb = descriptor;
    const struct arch_glibc_tcb *own = mine;
    tcb->tcb = tcb->self = tcb;
    tcb->multiple_threads = 1;
    tcb->gscope = 0;
    tcb->canary = own->canary;
    tcb->pointer_guard = own->pointer_guard;
    tcb->feature_1 = own->feature_1;
}

/* Whether the caller's looks as we think, in a process that has had more than one thread. */
static inline bool arch_glibc_tcb_check(const void *mine)
{
    const struct arch_glibc_tcb *tcb = mine;
    return tcb->tcb == tcb && tcb->self == tcb && tcb->multiple_threads == 1 && tcb->gscope == 0;
}

#endif
