/* SPDX-License-Identifier: MIT */
#include "sigqueue.h"

#include <asm/siginfo.h>
#include <asm/unistd.h>
#include "arch/arch.h"
#include "syscalls.h"

#ifdef __NR_getuid32
#    define NR_GETUID __NR_getuid32
#else
#    define NR_GETUID __NR_getuid
#endif

long sys_sigqueue_thread(int tid, int sig, uintptr_t value)
{
    siginfo_t info;
    __builtin_memset(&info, 0, sizeof info);
    info.si_signo = sig;
    info.si_code = SI_QUEUE;
    info.si_pid = sys_getpid();
    info.si_uid = (__kernel_uid32_t)arch_syscall0(NR_GETUID);
    info.si_value.sival_ptr = (void *)value;
    return arch_syscall4(__NR_rt_tgsigqueueinfo, info.si_pid, tid, sig, (long)&info);
}
