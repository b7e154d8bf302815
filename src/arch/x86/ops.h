/* SPDX-License-Identifier: MIT */
/* What both ports to x86 do alike, with 32 and with 64 bits. */
#ifndef PTHIN_ARCH_X86_OPS_H
#define PTHIN_ARCH_X86_OPS_H

static inline void arch_cpu_relax(void)
{
    __asm__ volatile("pause" ::: "memory"); /* lets the sibling run; keeps the loop's loads */
}

/* No thread of this CPU comes between what one instruction reads and what it writes. */
static inline void arch_add_on_one_cpu(_Atomic int *counter, int n)
{
    __asm__("addl %1, %0" : "+m"(*counter) : "er"(n) : "cc"); /* not locked: a fifth of the time */
}

#endif
