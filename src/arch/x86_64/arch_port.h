/* SPDX-License-Identifier: MIT */
/* x86_64: the inline part of the port. See ../arch.h for what each piece means. */
#ifndef PTHIN_ARCH_PORT_H
#define PTHIN_ARCH_PORT_H

#include <stddef.h>
#include <stdint.h>

#define ARCH_STACK_ALIGN    16
#define ARCH_TLS_ABOVE_TP   0
#define ARCH_TLS_DTV_BIAS   0
#define ARCH_ELF_R_RELATIVE 8 /* R_X86_64_RELATIVE */

/* The kernel clobbers rcx (return address) and r11 (flags), and may write any memory. */
static inline long arch_syscall6(long n, long a, long b, long c, long d, long e, long f)
{
    long ret;
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    register long r9 __asm__("r9") = f;
    __asm__ volatile("syscall" /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                     : "rcx", "r11", "memory");
    return ret;
}

static inline long arch_syscall5(long n, long a, long b, long c, long d, long e)
{
    long ret;
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    __asm__ volatile("syscall" /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8)
                     : "rcx", "r11", "memory");
    return ret;
}

static inline long arch_syscall4(long n, long a, long b, long c, long d)
{
    long ret;
    register long r10 __asm__("r10") = d;
    __asm__ volatile("syscall" /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10)
                     : "rcx", "r11", "memory");
    return ret;
}

static inline long arch_syscall3(long n, long a, long b, long c)
{
    long ret;
    __asm__ volatile("syscall" /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "D"(a), "S"(b), "d"(c)
                     : "rcx", "r11", "memory");
    return ret;
}

static inline long arch_syscall2(long n, long a, long b)
{
    long ret;
    __asm__ volatile("syscall" /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "D"(a), "S"(b)
                     : "rcx", "r11", "memory");
    return ret;
}

static inline long arch_syscall1(long n, long a)
{
    long ret;
    __asm__ volatile("syscall" /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n), "D"(a)
                     : "rcx", "r11", "memory");
    return ret;
}

static inline long arch_syscall0(long n)
{
    long ret;
    __asm__ volatile("syscall" /* enter the kernel */
                     : "=a"(ret)
                     : "a"(n)
                     : "rcx", "r11", "memory");
    return ret;
}

static inline void arch_cpu_relax(void)
{
    __asm__ volatile("pause" ::: "memory"); /* lets the sibling run; keeps the loop's loads */
}

/*
 * The ABI keeps a copy of the register at the place it points to, which is faster to read
 * than the register. Not volatile: it never changes within a thread.
 */
static inline uintptr_t arch_thread_pointer(void)
{
    uintptr_t tp;
    __asm__("mov %%fs:0, %0" : "=r"(tp)); /* TCB word 0 holds its own address */
    return tp;
}

static inline long arch_set_thread_pointer(uintptr_t tp)
{
    return arch_syscall2(158 /* arch_prctl */, 0x1002 /* ARCH_SET_FS */, (long)tp);
}

/*
 * struct ucontext: flags 8, link 8, stack_t 24, then the general registers; rip is the 17th.
 * Kernel layout, asm/sigcontext.h.
 */
static inline uintptr_t *arch_context_pc(void *ucontext)
{
    return (uintptr_t *)((char *)ucontext + 40 + 16 * 8);
}

/* The signal mask follows struct sigcontext, 256 bytes. */
static inline uint64_t *arch_context_sigmask(void *ucontext)
{
    return (uint64_t *)((char *)ucontext + 40 + 256);
}

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

#endif
