/* SPDX-License-Identifier: MIT */
/* x86 (i386): the inline part of the port. See ../arch.h for what each piece means. */
#ifndef PTHIN_ARCH_PORT_H
#define PTHIN_ARCH_PORT_H

#include <stddef.h>
#include <stdint.h>

#include "arch/x86/ops.h"

#define ARCH_STACK_ALIGN    16
#define ARCH_TLS_ABOVE_TP   0
#define ARCH_TLS_DTV_BIAS   0
#define ARCH_TCB_SIZE       sizeof(struct arch_tcb)
#define ARCH_ELF_R_RELATIVE 8 /* R_386_RELATIVE */
#define ARCH_SA_RESTORER    0x04000000ul

/*
 * Enters the kernel as int $0x80 does, with the same registers, but by the way that the kernel
 * recommends (syscall.S). Nothing but eax changes. The call uses the stack, which is allowed: the
 * ABI has no red zone.
 */
#define X86_ENTER "call arch_x86_enter" /* number in eax, arguments in ebx ecx edx esi edi ebp */

/* Out of line: the sixth argument goes into ebp, which no operand of inline assembly can be. */
long arch_syscall6(long n, long a, long b, long c, long d, long e, long f);

static inline long arch_syscall5(long n, long a, long b, long c, long d, long e)
{
    long ret;
    __asm__ volatile(X86_ENTER /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e)
                     : "memory", "cc");
    return ret;
}

static inline long arch_syscall4(long n, long a, long b, long c, long d)
{
    long ret;
    __asm__ volatile(X86_ENTER /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "b"(a), "c"(b), "d"(c), "S"(d)
                     : "memory", "cc");
    return ret;
}

static inline long arch_syscall3(long n, long a, long b, long c)
{
    long ret;
    __asm__ volatile(X86_ENTER /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "b"(a), "c"(b), "d"(c)
                     : "memory", "cc");
    return ret;
}

static inline long arch_syscall2(long n, long a, long b)
{
    long ret;
    __asm__ volatile(X86_ENTER /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "b"(a), "c"(b)
                     : "memory", "cc");
    return ret;
}

static inline long arch_syscall1(long n, long a)
{
    long ret;
    __asm__ volatile(X86_ENTER /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "b"(a)
                     : "memory", "cc");
    return ret;
}

static inline long arch_syscall0(long n)
{
    long ret;
    __asm__ volatile(X86_ENTER /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n)
                     : "memory", "cc");
    return ret;
}

static inline _Bool arch_under_valgrind(void)
{
    /* What Valgrind takes for a question: 64 bits round, and an exchange with itself. */
    uintptr_t question[6] = {0x1001 /* RUNNING_ON_VALGRIND */}, answer;
    __asm__ volatile("roll $3, %%edi\n\t"     /* 3, */
                     "roll $13, %%edi\n\t"    /* 13, */
                     "roll $29, %%edi\n\t"    /* 29 */
                     "roll $19, %%edi\n\t"    /* and 19: edi is what it was */
                     "xchgl %%ebx, %%ebx\n\t" /* edx = answer to what eax points at */
                     : "=d"(answer)
                     : "a"(question), "0"((uintptr_t)0)
                     : "cc", "memory");
    return answer != 0;
}

static inline void arch_return_gap(void) {}

/*
 * The ABI keeps a copy of the segment's base at its beginning. Not volatile: it never changes
 * within a thread.
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
    __asm__("mov %%gs:0, %0" : "=r"(tp)); /* TCB word 0 holds its own address */
    return tp;
#endif
}

/*
 * The thread pointer is the base of the segment that gs selects: one of the three entries of the
 * GDT that the kernel keeps per thread. Once the first thread has one of them, the others use the
 * same number, each with its own base (clone.S).
 */
static inline long arch_set_thread_pointer(uintptr_t tp)
{
    /* struct user_desc: entry number (-1: a free one), base, limit in pages, flags: 32-bit data
       segment, limit counts pages, usable */
    uint32_t desc[4] = {~0u, tp, 0xfffff, 0x51};
    long r = arch_syscall1(243 /* set_thread_area */, (long)desc);
    if (r == 0)
        __asm__ volatile("mov %0, %%gs" /* selector: index, table GDT, privilege level 3 */
                         :
                         : "r"(desc[0] * 8 + 3)
                         : "memory");
    return r;
}

/* struct ucontext: flags 4, link 4, stack_t 12, then struct sigcontext of 88 bytes, of which eip is
   the 15th word, then the signal mask. layout.c checks it, as all of the kernel's. */
#define ARCH_CONTEXT_PC      (20 + 14 * 4)
#define ARCH_CONTEXT_SIGMASK (20 + 88)

/* A handler without SA_SIGINFO gets a smaller frame, which another system call takes down. */
void arch_sigreturn_old(void);
#define ARCH_SIGRETURN_PLAIN arch_sigreturn_old

/*
 * What compiled code reads relative to %gs: its own address at 0, the DTV at 4, the way into the
 * kernel at 16, the stack protector's canary at 0x14.
 */
struct arch_tcb {
    void *self;
    uintptr_t *dtv;
    uintptr_t reserved[2];
    uintptr_t sysinfo;
    uintptr_t canary;
};
_Static_assert(offsetof(struct arch_tcb, sysinfo) == 0x10, "musl and syscall.S use %gs:0x10");
_Static_assert(offsetof(struct arch_tcb, canary) == 0x14, "gcc and clang read %gs:0x14");

void arch_x86_int80(void);

static inline void arch_tcb_init(uintptr_t tp, uintptr_t canary, uintptr_t sysinfo)
{
    struct arch_tcb *tcb = (struct arch_tcb *)tp;
    tcb->self = tcb;
    tcb->canary = canary;
    tcb->sysinfo = sysinfo ? sysinfo : (uintptr_t)arch_x86_int80;
}

#endif
