/* SPDX-License-Identifier: MIT */
#include "sigaction.h"

#include <asm/unistd.h>

long sys_sigaction(int sig, const struct ksigaction *action, struct ksigaction *old)
{
    struct ksigaction a;
    if (action) {
        a = *action;
        a.flags |= KSA_RESTORER;
#if ARCH_SA_RESTORER
        a.restorer = a.flags & KSA_SIGINFO ? arch_sigreturn : ARCH_SIGRETURN_PLAIN;
#endif
    }
    return arch_syscall4(__NR_rt_sigaction, sig, (long)(action ? &a : NULL), (long)old,
                         sizeof(ksigset));
}

long sigaction_internal(int sig, void (*handler)(int, void *, void *))
{
    struct ksigaction a = {
        .handler = handler,
        .flags = KSA_SIGINFO | KSA_RESTART | KSA_ONSTACK,
        .mask = KSIG_ALL,
    };
    return sys_sigaction(sig, &a, NULL);
}
