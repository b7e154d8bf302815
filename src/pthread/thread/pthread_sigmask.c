/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>
#include <signal.h>

#include "core/engine.h"

_Static_assert(SIG_BLOCK == KSIG_BLOCK && SIG_UNBLOCK == KSIG_UNBLOCK &&
                   SIG_SETMASK == KSIG_SETMASK,
               "the kernel's numbers");

PTHIN_EXPORT int pthread_sigmask(int how, const sigset_t *restrict set, sigset_t *restrict old)
{
    ksigset want, had;
    if (set) {
        __builtin_memcpy(&want, set, sizeof want);
        /* Cancellation and the libc's broadcasts get through whatever a program blocks. */
        if (how != SIG_UNBLOCK)
            want &= ~HOST_RESERVED_SIGNALS;
    }
    long r = sys_sigprocmask((enum sigmask_how)how, set ? &want : NULL, old ? &had : NULL);
    if (r < 0)
        return (int)-r;
    if (old) {
        had &= ~HOST_RESERVED_SIGNALS;
        __builtin_memset(old, 0, sizeof *old);
        __builtin_memcpy(old, &had, sizeof had);
    }
    return 0;
}
