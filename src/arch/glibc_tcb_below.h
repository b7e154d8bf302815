/* SPDX-License-Identifier: MIT */
/*
 * The start of glibc's struct pthread on ports where it lies below the thread pointer. The stack
 * protector's canary and what setjmp hides addresses with are global variables there; the other
 * fields are looked up or learned (src/host/glibc/facts.h).
 */
#ifndef PTHIN_ARCH_GLIBC_TCB_BELOW_H
#define PTHIN_ARCH_GLIBC_TCB_BELOW_H

#include <stdbool.h>

struct arch_glibc_tcb {
    int multiple_threads; /* some versions leave it 0 and use a global variable */
    int gscope;           /* whether it is inside the loader's data */
};

/* Fills in a new thread's descriptor as the caller's, mine. */
static inline void arch_glibc_tcb_fill(void *descriptor, const void *mine)
{
    struct arch_glibc_tcb *tcb = descriptor;
    const struct arch_glibc_tcb *own = mine;
    tcb->multiple_threads = own->multiple_threads;
    tcb->gscope = 0;
}

/* Whether the caller's looks as we think, in a process that has had more than one thread. */
static inline bool arch_glibc_tcb_check(const void *mine)
{
    const struct arch_glibc_tcb *tcb = mine;
    return (tcb->multiple_threads & ~1) == 0 && tcb->gscope == 0;
}

#endif
