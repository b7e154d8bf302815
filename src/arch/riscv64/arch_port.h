/* SPDX-License-Identifier: MIT */
/* riscv64: the inline part of the port. See ../arch.h for what each piece means. */
#ifndef PTHIN_ARCH_PORT_H
#define PTHIN_ARCH_PORT_H

#include <stddef.h>
#include <stdint.h>

#define ARCH_STACK_ALIGN    16
#define ARCH_TLS_ABOVE_TP   1
#define ARCH_TLS_DTV_BIAS   0x800
#define ARCH_TCB_SIZE       0  /* static TLS begins right at the thread pointer */
#define ARCH_ELF_R_RELATIVE 3  /* R_RISCV_RELATIVE */
#define ARCH_ELF_R_DTPMOD   7  /* R_RISCV_TLS_DTPMOD64 */
#define ARCH_ELF_R_TPREL    11 /* R_RISCV_TLS_TPREL64 */
#define ARCH_SA_RESTORER    0

#define ARCH_SYSCALL          "ecall"
#define ARCH_SYSCALL_NR       "a7"
#define ARCH_SYSCALL_R0       "a0"
#define ARCH_SYSCALL_R1       "a1"
#define ARCH_SYSCALL_R2       "a2"
#define ARCH_SYSCALL_R3       "a3"
#define ARCH_SYSCALL_R4       "a4"
#define ARCH_SYSCALL_R5       "a5"
#define ARCH_SYSCALL_RET      "a0"
#define ARCH_SYSCALL_CLOBBERS "cc" /* nothing: there are no flags */
#include "arch/syscall.h"
#include "arch/plain_ops.h"

static inline _Bool arch_under_valgrind(void)
{
    /* What Valgrind takes for a question: shifts of zero, and a register or itself. */
    uintptr_t question[6] = {0x1001 /* RUNNING_ON_VALGRIND */};
    register uintptr_t answer __asm__("a3") = 0;
    register uintptr_t *asked __asm__("a4") = question;
    __asm__ volatile(".option push\n\t"
                     ".option norvc\n\t"       /* instructions of 32 bits */
                     "srli zero, zero, 3\n\t"  /* by 3, */
                     "srli zero, zero, 13\n\t" /* 13, */
                     "srli zero, zero, 51\n\t" /* 51 */
                     "srli zero, zero, 61\n\t" /* and 61: no effect */
                     "or a0, a0, a0\n\t"       /* a3 = answer to what a4 points at */
                     ".option pop"
                     : "+r"(answer)
                     : "r"(asked)
                     : "memory");
    return answer != 0;
}

static inline void arch_cpu_relax(void)
{
    /* "pause" by its code, which older processors take for a fence that orders nothing. */
    __asm__ volatile(".insn 0x0100000f" ::: "memory"); /* keeps the loop's loads */
}

/* Not volatile: it never changes within a thread. */
static inline uintptr_t arch_thread_pointer(void)
{
    uintptr_t tp;
    __asm__("mv %0, tp" : "=r"(tp)); /* a register that the ABI keeps for it */
    return tp;
}

static inline long arch_set_thread_pointer(uintptr_t tp)
{
    __asm__ volatile("mv tp, %0" ::"r"(tp) : "memory"); /* no system call is needed */
    return 0;
}

/* struct ucontext: flags 8, link 8, stack_t 24, the signal mask in 128, then, aligned to 16, struct
   sigcontext, whose first register is pc. layout.c checks it, as all of the kernel's. */
#define ARCH_CONTEXT_PC      176
#define ARCH_CONTEXT_SIGMASK 40

#endif
