/* SPDX-License-Identifier: MIT */
/* aarch64: the inline part of the port. See ../arch.h for what each piece means. */
#ifndef PTHIN_ARCH_PORT_H
#define PTHIN_ARCH_PORT_H

#include <stddef.h>
#include <stdint.h>

#define ARCH_STACK_ALIGN    16
#define ARCH_TLS_ABOVE_TP   1
#define ARCH_TLS_DTV_BIAS   0
#define ARCH_TCB_SIZE       16 /* the DTV's address and a reserved word; compiled code reads neither */
#define ARCH_ELF_R_RELATIVE 1027 /* R_AARCH64_RELATIVE */
#define ARCH_SA_RESTORER    0x04000000ul

#define ARCH_SYSCALL          "svc #0"
#define ARCH_SYSCALL_NR       "x8"
#define ARCH_SYSCALL_R0       "x0"
#define ARCH_SYSCALL_R1       "x1"
#define ARCH_SYSCALL_R2       "x2"
#define ARCH_SYSCALL_R3       "x3"
#define ARCH_SYSCALL_R4       "x4"
#define ARCH_SYSCALL_R5       "x5"
#define ARCH_SYSCALL_RET      "x0"
#define ARCH_SYSCALL_CLOBBERS "cc"
#include "arch/syscall.h"
#include "arch/plain_ops.h"

static inline _Bool arch_under_valgrind(void)
{
    /* What Valgrind takes for a question: 128 bits round, and a register or itself. */
    uintptr_t question[6] = {0x1001 /* RUNNING_ON_VALGRIND */};
    register uintptr_t answer __asm__("x3") = 0;
    register uintptr_t *asked __asm__("x4") = question;
    __asm__ volatile("ror x12, x12, #3\n\t"  /* 3, */
                     "ror x12, x12, #13\n\t" /* 13, */
                     "ror x12, x12, #51\n\t" /* 51 */
                     "ror x12, x12, #61\n\t" /* and 61: x12 is what it was */
                     "orr x10, x10, x10\n\t" /* x3 = answer to what x4 points at */
                     : "+r"(answer)
                     : "r"(asked)
                     : "memory");
    return answer != 0;
}

static inline void arch_cpu_relax(void)
{
    /* Waits until the pipeline is empty. "yield" does nothing on most processors. */
    __asm__ volatile("isb" ::: "memory"); /* keeps the loop's loads */
}

/* Not volatile: it never changes within a thread. */
static inline uintptr_t arch_thread_pointer(void)
{
    uintptr_t tp;
    __asm__("mrs %0, tpidr_el0" : "=r"(tp)); /* the user's thread register */
    return tp;
}

static inline long arch_set_thread_pointer(uintptr_t tp)
{
    __asm__ volatile("msr tpidr_el0, %0" ::"r"(tp) : "memory"); /* no system call is needed */
    return 0;
}

/* struct ucontext: flags 8, link 8, stack_t 24, the signal mask in 128, then, aligned to 16, struct
   sigcontext: the fault's address, 31 general registers, sp, pc. layout.c checks it, as all of the
   kernel's. */
#define ARCH_CONTEXT_PC      (176 + (1 + 31 + 1) * 8)
#define ARCH_CONTEXT_SIGMASK 40

#endif
