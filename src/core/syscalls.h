/* SPDX-License-Identifier: MIT */
/*
 * The system calls that the engine makes, typed. Each returns the kernel's value or -errno;
 * none touches errno. No kernel header is needed to include this file, so that it can stand
 * beside any libc's headers.
 */
#ifndef PTHIN_CORE_SYSCALLS_H
#define PTHIN_CORE_SYSCALLS_H

#include "base.h"

/* The kernel's 64-bit timespec, whatever the libc's looks like. */
struct ktime {
    int64_t sec;
    int64_t nsec;
};
#define NSEC_PER_SEC 1000000000

static inline bool ktime_before(const struct ktime *a, const struct ktime *b)
{
    return a->sec != b->sec ? a->sec < b->sec : a->nsec < b->nsec;
}

/* Makes t later by ns, which may be negative. */
static inline void ktime_add(struct ktime *t, int64_t ns)
{
    t->nsec += ns;
    while (t->nsec >= NSEC_PER_SEC) {
        t->nsec -= NSEC_PER_SEC;
        t->sec++;
    }
    while (t->nsec < 0) {
        t->nsec += NSEC_PER_SEC;
        t->sec--;
    }
}

/* The kernel's signal set: bit n-1 is signal n. All five ports have 64 signals. The kernel's is
   made of longs, and so aligned. */
typedef uint64_t ksigset __attribute__((aligned(sizeof(long))));
#define KSIG(n)   ((ksigset)1 << ((n)-1))
#define KSIG_ALL  (~(ksigset)0)
#define KSIG_LAST 64

enum sigmask_how { KSIG_BLOCK, KSIG_UNBLOCK, KSIG_SETMASK };

/* Whether a system call that returns an address has failed. Only the highest 4095 values are
   errors: an address may well be a negative long. */
static inline bool sys_is_error(long r)
{
    return (unsigned long)r > -4096UL;
}

/* mmap from the beginning of a file, anywhere. The address, or -errno. */
long sys_mmap(size_t size, int prot, int flags, int fd);
/* Anonymous private memory; prot_none = no access at first. NULL when there is none. */
void *sys_map(size_t size, bool prot_none);
long sys_unmap(void *p, size_t size);
long sys_protect_none(void *p, size_t size);
long sys_protect_read(void *p, size_t size);
/* Readable, writable and executable. */
long sys_protect_all(void *p, size_t size);
long sys_madvise(void *p, size_t size, int advice);

long sys_sigprocmask(enum sigmask_how how, const ksigset *set, ksigset *old);
int sys_getpid(void);
int sys_gettid(void);
long sys_tgkill(int pid, int tid, int sig);
long sys_set_tid_address(void *word);
long sys_set_robust_list(void *head, size_t size);
_Noreturn void sys_exit_thread(void);
_Noreturn void sys_exit_process(int status);

/* If there is no such clock, or a sandbox refuses the call, it is 0 there. */
long sys_clock_gettime(int clock, struct ktime *now);
/* The soft limit RLIMIT_STACK in bytes, UINT64_MAX if unlimited. */
uint64_t sys_stack_limit(void);
long sys_write(int fd, const void *p, size_t n);

#define KADV_DONTNEED      4
#define KADV_GUARD_INSTALL 102  /* Linux 6.13 */
#define KADV_NONE          (-1) /* none that there is */

#endif
