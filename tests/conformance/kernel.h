/* SPDX-License-Identifier: MIT */
/* System calls for the tests, port by port: the numbers that they use (one that needs another adds
 * it to every table), and test_syscall, which returns what the kernel returns (-errno on failure)
 * and never touches errno, so that a test can look at the errno of the library under test. Where an
 * architecture has two calls, a name stands for the one with types of 64 bits for times and
 * offsets, of 32 bits for ids. */
#ifndef KERNEL_H
#define KERNEL_H

#if defined(__x86_64__)

enum {
    TEST_NR_read = 0,
    TEST_NR_write = 1,
    TEST_NR_close = 3,
    TEST_NR_mmap = 9,
    TEST_NR_mprotect = 10,
    TEST_NR_munmap = 11,
    TEST_NR_sched_yield = 24,
    TEST_NR_madvise = 28,
    TEST_NR_getpid = 39,
    TEST_NR_clone = 56,
    TEST_NR_execve = 59,
    TEST_NR_wait4 = 61,
    TEST_NR_kill = 62,
    TEST_NR_geteuid = 107,
    TEST_NR_umask = 95,
    TEST_NR_getuid = 102,
    TEST_NR_setresuid = 117,
    TEST_NR_rt_sigaction = 13,
    TEST_NR_rt_sigprocmask = 14,
    TEST_NR_sigaltstack = 131,
    TEST_NR_sched_getparam = 143,
    TEST_NR_sched_getattr = 315,
    TEST_NR_prctl = 157,
    TEST_NR_sched_getaffinity = 204,
    TEST_NR_gettid = 186,
    TEST_NR_futex = 202,
    TEST_NR_futex_old = 202,
    TEST_NR_clock_gettime = 228,
    TEST_NR_clock_nanosleep = 230,
    TEST_NR_exit_group = 231,
    TEST_NR_tgkill = 234,
    TEST_NR_openat = 257,
    TEST_NR_unlinkat = 263,
    TEST_NR_readlinkat = 267,
    TEST_NR_dup3 = 292,
    TEST_NR_pipe2 = 293,
    TEST_NR_prlimit64 = 302,
    TEST_NR_clone3 = 435,
    TEST_NR_futex_waitv = 449,
    TEST_NR_futex_wait = 455,
};

static inline long test_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    register long r9 __asm__("r9") = f;
    long ret;

    __asm__ volatile("syscall"
                     : "=a"(ret)
                     : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                     : "rcx", "r11", "memory");
    return ret;
}

#elif defined(__aarch64__) || (defined(__riscv) && __riscv_xlen == 64)

enum {
    TEST_NR_dup3 = 24,
    TEST_NR_unlinkat = 35,
    TEST_NR_openat = 56,
    TEST_NR_readlinkat = 78,
    TEST_NR_close = 57,
    TEST_NR_pipe2 = 59,
    TEST_NR_read = 63,
    TEST_NR_write = 64,
    TEST_NR_exit_group = 94,
    TEST_NR_futex = 98,
    TEST_NR_futex_old = 98,
    TEST_NR_clock_gettime = 113,
    TEST_NR_clock_nanosleep = 115,
    TEST_NR_sched_getparam = 121,
    TEST_NR_sched_getattr = 275,
    TEST_NR_sched_yield = 124,
    TEST_NR_kill = 129,
    TEST_NR_tgkill = 131,
    TEST_NR_sigaltstack = 132,
    TEST_NR_rt_sigaction = 134,
    TEST_NR_rt_sigprocmask = 135,
    TEST_NR_setresuid = 147,
    TEST_NR_umask = 166,
    TEST_NR_prctl = 167,
    TEST_NR_sched_getaffinity = 123,
    TEST_NR_getpid = 172,
    TEST_NR_getuid = 174,
    TEST_NR_geteuid = 175,
    TEST_NR_gettid = 178,
    TEST_NR_munmap = 215,
    TEST_NR_clone = 220,
    TEST_NR_execve = 221,
    TEST_NR_mmap = 222,
    TEST_NR_mprotect = 226,
    TEST_NR_madvise = 233,
    TEST_NR_wait4 = 260,
    TEST_NR_prlimit64 = 261,
    TEST_NR_clone3 = 435,
    TEST_NR_futex_waitv = 449,
    TEST_NR_futex_wait = 455,
};

#    if defined(__aarch64__)

static inline long test_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
    register long x8 __asm__("x8") = nr;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    register long x3 __asm__("x3") = d;
    register long x4 __asm__("x4") = e;
    register long x5 __asm__("x5") = f;

    __asm__ volatile("svc #0"
                     : "+r"(x0)
                     : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                     : "cc", "memory");
    return x0;
}

#    else

static inline long test_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
    register long a7 __asm__("a7") = nr;
    register long a0 __asm__("a0") = a;
    register long a1 __asm__("a1") = b;
    register long a2 __asm__("a2") = c;
    register long a3 __asm__("a3") = d;
    register long a4 __asm__("a4") = e;
    register long a5 __asm__("a5") = f;

    __asm__ volatile("ecall"
                     : "+r"(a0)
                     : "r"(a7), "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5)
                     : "memory");
    return a0;
}

#    endif

#elif defined(__i386__) || defined(__arm__)

#    ifdef __arm__
#        define TEST_NR(x86, arm) arm
#    else
#        define TEST_NR(x86, arm) x86
#    endif

enum {
    TEST_NR_read = 3,
    TEST_NR_write = 4,
    TEST_NR_close = 6,
    TEST_NR_execve = 11,
    TEST_NR_getpid = 20,
    TEST_NR_kill = 37,
    TEST_NR_umask = 60,
    TEST_NR_munmap = 91,
    TEST_NR_wait4 = 114,
    TEST_NR_clone = 120,
    TEST_NR_mprotect = 125,
    TEST_NR_sched_getparam = 155,
    TEST_NR_sched_getattr = TEST_NR(352, 381),
    TEST_NR_sched_yield = 158,
    TEST_NR_prctl = 172,
    TEST_NR_sched_getaffinity = 242,
    TEST_NR_rt_sigaction = 174,
    TEST_NR_rt_sigprocmask = 175,
    TEST_NR_sigaltstack = 186,
    TEST_NR_mmap = 192,      /* mmap2 */
    TEST_NR_getuid = 199,    /* getuid32 */
    TEST_NR_geteuid = 201,   /* geteuid32 */
    TEST_NR_setresuid = 208, /* setresuid32 */
    TEST_NR_madvise = TEST_NR(219, 220),
    TEST_NR_gettid = 224,
    TEST_NR_futex_old = 240, /* with a time of 32 bits, or with none */
    TEST_NR_exit_group = TEST_NR(252, 248),
    TEST_NR_tgkill = TEST_NR(270, 268),
    TEST_NR_openat = TEST_NR(295, 322),
    TEST_NR_readlinkat = TEST_NR(305, 332),
    TEST_NR_unlinkat = TEST_NR(301, 328),
    TEST_NR_dup3 = TEST_NR(330, 358),
    TEST_NR_pipe2 = TEST_NR(331, 359),
    TEST_NR_prlimit64 = TEST_NR(340, 369),
    TEST_NR_clock_gettime = 403,   /* clock_gettime64 */
    TEST_NR_clock_nanosleep = 407, /* clock_nanosleep_time64 */
    TEST_NR_futex = 422,           /* futex_time64 */
    TEST_NR_clone3 = 435,
    TEST_NR_futex_waitv = 449,
    TEST_NR_futex_wait = 455,
};

#    if defined(__i386__)

static inline long test_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
    long ret;

    /* The sixth argument by way of the stack: the compiler may be using its register. */
    __asm__ volatile("push %[f]; push %%ebp; mov 4(%%esp), %%ebp; int $0x80; pop %%ebp; pop %%edx"
                     : "=a"(ret), "+d"(c)
                     : "a"(nr), "b"(a), "c"(b), "S"(d), "D"(e), [f] "g"(f)
                     : "memory");
    return ret;
}

#    else

static inline long test_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
    register long r0 __asm__("r0") = a;
    register long r1 __asm__("r1") = b;
    register long r2 __asm__("r2") = c;
    register long r3 __asm__("r3") = d;
    register long r4 __asm__("r4") = e;
    register long r5 __asm__("r5") = f;
    register long r6 __asm__("r6") = nr;

    /* r7, where the number goes, may be the frame pointer. */
    __asm__ volatile("mov r8, r7; mov r7, r6; svc #0; mov r7, r8"
                     : "+r"(r0)
                     : "r"(r1), "r"(r2), "r"(r3), "r"(r4), "r"(r5), "r"(r6)
                     : "r8", "memory");
    return r0;
}

#    endif

#else
#    error "kernel.h: add this architecture's system call and its numbers"
#endif

#endif
