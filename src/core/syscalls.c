/* SPDX-License-Identifier: MIT */
#include "syscalls.h"

#include <asm/errno.h>
#include <asm/unistd.h>
#include <linux/mman.h>
#include <linux/resource.h>
#include "arch/arch.h"
#include "time32.h"

_Static_assert(KADV_DONTNEED == MADV_DONTNEED, "kernel ABI");

long sys_mmap(size_t size, int prot, int flags, int fd)
{
#ifdef __NR_mmap2
    /* The offset counts units of 4096 bytes; and what is called mmap may be an older one. */
    return arch_syscall6(__NR_mmap2, 0, (long)size, prot, flags, fd, 0);
#else
    return arch_syscall6(__NR_mmap, 0, (long)size, prot, flags, fd, 0);
#endif
}

void *sys_map(size_t size, bool prot_none)
{
    long r = sys_mmap(size, prot_none ? PROT_NONE : PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1);
    return sys_is_error(r) ? NULL : (void *)r;
}

long sys_unmap(void *p, size_t size)
{
    return arch_syscall2(__NR_munmap, (long)p, (long)size);
}

long sys_protect_none(void *p, size_t size)
{
    return arch_syscall3(__NR_mprotect, (long)p, (long)size, PROT_NONE);
}

long sys_protect_read(void *p, size_t size)
{
    return arch_syscall3(__NR_mprotect, (long)p, (long)size, PROT_READ);
}

long sys_protect_all(void *p, size_t size)
{
    return arch_syscall3(__NR_mprotect, (long)p, (long)size, PROT_READ | PROT_WRITE | PROT_EXEC);
}

long sys_madvise(void *p, size_t size, int advice)
{
    return arch_syscall3(__NR_madvise, (long)p, (long)size, advice);
}

long sys_sigprocmask(enum sigmask_how how, const ksigset *set, ksigset *old)
{
    return arch_syscall4(__NR_rt_sigprocmask, how, (long)set, (long)old, sizeof *set);
}

int sys_getpid(void)
{
    return (int)arch_syscall0(__NR_getpid);
}

int sys_gettid(void)
{
    return (int)arch_syscall0(__NR_gettid);
}

long sys_tgkill(int pid, int tid, int sig)
{
    return arch_syscall3(__NR_tgkill, pid, tid, sig);
}

long sys_set_tid_address(void *word)
{
    return arch_syscall1(__NR_set_tid_address, (long)word);
}

long sys_set_robust_list(void *head, size_t size)
{
    return arch_syscall2(__NR_set_robust_list, (long)head, (long)size);
}

_Noreturn void sys_exit_thread(void)
{
    for (;;)
        arch_syscall1(__NR_exit, 0);
}

_Noreturn void sys_exit_process(int status)
{
    for (;;)
        arch_syscall1(__NR_exit_group, status);
}

long sys_clock_gettime(int clock, struct ktime *now)
{
#ifdef __NR_clock_gettime64
    long r = arch_syscall2(__NR_clock_gettime64, clock, (long)now);
    if (time64_missing(r)) {
        struct time32 old;
        r = arch_syscall2(__NR_clock_gettime, clock, (long)&old);
        if (r == 0)
            *now = time32_to(&old);
    }
#else
    long r = arch_syscall2(__NR_clock_gettime, clock, (long)now);
#endif
    if (unlikely(r != 0))
        *now = (struct ktime){0};
    return r;
}

uint64_t sys_stack_limit(void)
{
    uint64_t limit[2] = {UINT64_MAX, UINT64_MAX}; /* struct rlimit64: soft, hard */
    arch_syscall4(__NR_prlimit64, 0, RLIMIT_STACK, 0, (long)limit);
    return limit[0];
}

long sys_write(int fd, const void *p, size_t n)
{
    return arch_syscall3(__NR_write, fd, (long)p, (long)n);
}
