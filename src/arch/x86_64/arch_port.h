/* SPDX-License-Identifier: MIT */
/* x86_64: the inline part of the port. See ../arch.h for what each piece means. */
#ifndef PTHIN_ARCH_PORT_H
#define PTHIN_ARCH_PORT_H

#include <stddef.h>
#include <stdint.h>

#include "arch/x86/ops.h"

#define ARCH_STACK_ALIGN    16
#define ARCH_TLS_ABOVE_TP   0
#define ARCH_TLS_DTV_BIAS   0
#define ARCH_TCB_SIZE       sizeof(struct arch_tcb)
#define ARCH_ELF_R_RELATIVE 8 /* R_X86_64_RELATIVE */
#define ARCH_SA_RESTORER    0x04000000ul

#define ARCH_SYSCALL          "syscall"
#define ARCH_SYSCALL_NR       "rax"
#define ARCH_SYSCALL_R0       "rdi"
#define ARCH_SYSCALL_R1       "rsi"
#define ARCH_SYSCALL_R2       "rdx"
#define ARCH_SYSCALL_R3       "r10"
#define ARCH_SYSCALL_R4       "r8"
#define ARCH_SYSCALL_R5       "r9"
#define ARCH_SYSCALL_RET      "rax"
#define ARCH_SYSCALL_CLOBBERS "rcx", "r11" /* the return address and the flags */
#include "arch/syscall.h"

static inline _Bool arch_under_valgrind(void)
{
    /* What Valgrind takes for a question: 128 bits round, and an exchange with itself. */
    uintptr_t question[6] = {0x1001 /* RUNNING_ON_VALGRIND */}, answer;
    __asm__ volatile("rolq $3, %%rdi\n\t"     /* 3, */
                     "rolq $13, %%rdi\n\t"    /* 13, */
                     "rolq $61, %%rdi\n\t"    /* 61 */
                     "rolq $51, %%rdi\n\t"    /* and 51: rdi is what it was */
                     "xchgq %%rbx, %%rbx\n\t" /* rdx = answer to what rax points at */
                     : "=d"(answer)
                     : "a"(question), "0"((uintptr_t)0)
                     : "cc", "memory");
    return answer != 0;
}

/* On current Intel processors a return that comes right after the branch on what a locked
   instruction brought costs 1.5 ns, a tenth of a pair of lock and unlock. */
static inline void arch_return_gap(void)
{
    __asm__ volatile("nop\n\tnop\n\tnop\n\tnop"); /* two suffice for some callers, not for all */
}

/*
 * The ABI keeps a copy of the register at the place it points to, which is faster to read
 * than the register. Not volatile: it never changes within a thread.
 * gcc 11 and later have a builtin function for it (clang passes for gcc 4). With that, gcc knows
 * that the distance from there to a thread-local object is a constant, and reads a word of the TCB
 * with one instruction. Not in a shared library: that constant is in the GOT there, and gcc subtracts
 * it from there, which binutils 2.44 and later refuse.
 */
static inline uintptr_t arch_thread_pointer(void)
{
#if __GNUC__ >= 11 && PTHIN_STATIC
    return (uintptr_t)__builtin_thread_pointer();
#else
    uintptr_t tp;
    __asm__("mov %%fs:0, %0" : "=r"(tp)); /* TCB word 0 holds its own address */
    return tp;
#endif
}

static inline long arch_set_thread_pointer(uintptr_t tp)
{
    return arch_syscall2(158 /* arch_prctl */, 0x1002 /* ARCH_SET_FS */, (long)tp);
}

/* struct ucontext: flags 8, link 8, stack_t 24, then struct sigcontext of 256 bytes, of which rip
   is the 17th word, then the signal mask. layout.c checks it, as all of the kernel's. */
#define ARCH_CONTEXT_PC      (40 + 16 * 8)
#define ARCH_CONTEXT_SIGMASK (40 + 256)

/*
 * What compiled code reads relative to %fs: its own address at 0, the DTV at 8, the stack
 * protector's canary at 0x28.
 */
struct arch_tcb {
    void *self;
    uintptr_t *dtv;
    uintptr_t reserved[3];
    uintptr_t canary;
};
_Static_assert(offsetof(struct arch_tcb, canary) == 0x28, "gcc and clang read %fs:0x28");

static inline void arch_tcb_init(uintptr_t tp, uintptr_t canary, uintptr_t sysinfo)
{
    (void)sysinfo;
    struct arch_tcb *tcb = (struct arch_tcb *)tp;
    tcb->self = tcb;
    tcb->canary = canary;
}

#endif
