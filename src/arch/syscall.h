/* SPDX-License-Identifier: MIT */
/*
 * The system call functions, for ports where every argument has a register that a C variable may
 * live in. The port says which, and with what instruction the kernel is entered:
 *   ARCH_SYSCALL                    the instruction
 *   ARCH_SYSCALL_NR                 the register of the call's number
 *   ARCH_SYSCALL_R0 .. _R5          those of the arguments
 *   ARCH_SYSCALL_RET                that of the result
 *   ARCH_SYSCALL_CLOBBERS           what else changes
 */
#ifndef PTHIN_ARCH_SYSCALL_H
#define PTHIN_ARCH_SYSCALL_H

#define SYSCALL_ARGUMENT(i, value) register long r##i __asm__(ARCH_SYSCALL_R##i) = (value)

/* The rest of a function's body, after its arguments are in place. */
#define SYSCALL_ENTER(...)                                                                         \
    register long nr __asm__(ARCH_SYSCALL_NR) = n;                                                 \
    register long ret __asm__(ARCH_SYSCALL_RET);                                                   \
    __asm__ volatile(ARCH_SYSCALL /* enter the kernel, which may write any memory */               \
                     : "=r"(ret)                                                                   \
                     : "r"(nr)__VA_ARGS__                                                          \
                     : ARCH_SYSCALL_CLOBBERS, "memory");                                           \
    return ret

static inline long arch_syscall0(long n)
{
    SYSCALL_ENTER();
}

static inline long arch_syscall1(long n, long a)
{
    SYSCALL_ARGUMENT(0, a);
    SYSCALL_ENTER(, "r"(r0));
}

static inline long arch_syscall2(long n, long a, long b)
{
    SYSCALL_ARGUMENT(0, a);
    SYSCALL_ARGUMENT(1, b);
    SYSCALL_ENTER(, "r"(r0), "r"(r1));
}

static inline long arch_syscall3(long n, long a, long b, long c)
{
    SYSCALL_ARGUMENT(0, a);
    SYSCALL_ARGUMENT(1, b);
    SYSCALL_ARGUMENT(2, c);
    SYSCALL_ENTER(, "r"(r0), "r"(r1), "r"(r2));
}

static inline long arch_syscall4(long n, long a, long b, long c, long d)
{
    SYSCALL_ARGUMENT(0, a);
    SYSCALL_ARGUMENT(1, b);
    SYSCALL_ARGUMENT(2, c);
    SYSCALL_ARGUMENT(3, d);
    SYSCALL_ENTER(, "r"(r0), "r"(r1), "r"(r2), "r"(r3));
}

static inline long arch_syscall5(long n, long a, long b, long c, long d, long e)
{
    SYSCALL_ARGUMENT(0, a);
    SYSCALL_ARGUMENT(1, b);
    SYSCALL_ARGUMENT(2, c);
    SYSCALL_ARGUMENT(3, d);
    SYSCALL_ARGUMENT(4, e);
    SYSCALL_ENTER(, "r"(r0), "r"(r1), "r"(r2), "r"(r3), "r"(r4));
}

static inline long arch_syscall6(long n, long a, long b, long c, long d, long e, long f)
{
    SYSCALL_ARGUMENT(0, a);
    SYSCALL_ARGUMENT(1, b);
    SYSCALL_ARGUMENT(2, c);
    SYSCALL_ARGUMENT(3, d);
    SYSCALL_ARGUMENT(4, e);
    SYSCALL_ARGUMENT(5, f);
    SYSCALL_ENTER(, "r"(r0), "r"(r1), "r"(r2), "r"(r3), "r"(r4), "r"(r5));
}

#undef SYSCALL_ARGUMENT
#undef SYSCALL_ENTER

#endif
