/* SPDX-License-Identifier: MIT */
/* arm (EABI, ARMv7 and later): the inline part of the port. See ../arch.h for what each piece
   means. */
#ifndef PTHIN_ARCH_PORT_H
#define PTHIN_ARCH_PORT_H

#include <stddef.h>
#include <stdint.h>

#if __ARM_ARCH < 7 || !defined __ARM_EABI__
#    error "pthin needs ARMv7 or later (exclusive loads of 8 bytes, dmb) and the EABI"
#endif

#define ARCH_STACK_ALIGN    8
#define ARCH_TLS_ABOVE_TP   1
#define ARCH_TLS_DTV_BIAS   0
#define ARCH_TCB_SIZE       8 /* the DTV's address and a reserved word; compiled code reads neither */
#define ARCH_ELF_R_RELATIVE 23 /* R_ARM_RELATIVE */
#define ARCH_SA_RESTORER    0x04000000ul
/* Its unwind tables are others. Without one, the exception ends the program, as on musl alone. */
#define ARCH_PERSONALITY(function) ((void)(function))

/*
 * The kernel wants the number in r7. Where Thumb code keeps a frame pointer there, compilers do not
 * let inline assembly have the register: it is borrowed for the time of the call.
 */
#define ARCH_SYSCALL                                                                               \
    "mov r12, r7\n\t" /* the caller's */                                                           \
    "mov r7, r6\n\t"  /* the call's number */                                                      \
    "svc #0\n\t"      /* enter the kernel, which changes r0 only */                                \
    "mov r7, r12"     /* as before */
#define ARCH_SYSCALL_NR       "r6"
#define ARCH_SYSCALL_R0       "r0"
#define ARCH_SYSCALL_R1       "r1"
#define ARCH_SYSCALL_R2       "r2"
#define ARCH_SYSCALL_R3       "r3"
#define ARCH_SYSCALL_R4       "r4"
#define ARCH_SYSCALL_R5       "r5"
#define ARCH_SYSCALL_RET      "r0"
#define ARCH_SYSCALL_CLOBBERS "r12"
#include "arch/syscall.h"
#include "arch/plain_ops.h"

static inline _Bool arch_under_valgrind(void)
{
    /* What Valgrind takes for a question: 64 bits round, and a register or itself. */
    uintptr_t question[6] = {0x1001 /* RUNNING_ON_VALGRIND */};
    register uintptr_t answer __asm__("r3") = 0;
    register uintptr_t *asked __asm__("r4") = question;
    __asm__ volatile("mov r12, r12, ror #3\n\t"  /* 3, */
                     "mov r12, r12, ror #13\n\t" /* 13, */
                     "mov r12, r12, ror #29\n\t" /* 29 */
                     "mov r12, r12, ror #19\n\t" /* and 19: r12 is what it was */
                     "orr r10, r10, r10\n\t"     /* r3 = answer to what r4 points at */
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
    __asm__("mrc p15, 0, %0, c13, c0, 3" : "=r"(tp)); /* TPIDRURO, the user's thread register */
    return tp;
}

/* Only the kernel can write the register. */
static inline long arch_set_thread_pointer(uintptr_t tp)
{
    return arch_syscall1(0x0f0005 /* __ARM_NR_set_tls */, (long)tp);
}

/* struct ucontext: flags 4, link 4, stack_t 12, then struct sigcontext of 21 words, of which pc is
   the 19th, then the signal mask. layout.c checks it, as all of the kernel's. */
#define ARCH_CONTEXT_PC      (20 + 18 * 4)
#define ARCH_CONTEXT_SIGMASK (20 + 21 * 4)

/* A handler without SA_SIGINFO gets a smaller frame, which another system call takes down. */
void arch_sigreturn_old(void);
#define ARCH_SIGRETURN_PLAIN arch_sigreturn_old

#endif
