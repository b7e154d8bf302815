/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>
#include <signal.h>

#include "core/sigaction.h"
#include "host/host.h"

/* Once true, for good: a handler runs on after it was replaced. */
static atomic_bool interrupting;

bool host_may_interrupt(void)
{
    /* relaxed: the handler that interrupted the caller was installed before */
    return atomic_load_explicit(&interrupting, memory_order_relaxed);
}

void host_will_interrupt(void)
{
    atomic_store_explicit(&interrupting, true, memory_order_relaxed);
}

static bool valid(int sig)
{
    return sig >= 1 && sig <= 64 && !(KSIG(sig) & HOST_RESERVED_SIGNALS);
}

static ksigset to_kernel(const sigset_t *set)
{
    ksigset k;
    __builtin_memcpy(&k, set, sizeof k);
    return k;
}

static void from_kernel(sigset_t *set, ksigset k)
{
    __builtin_memset(set, 0, sizeof *set);
    __builtin_memcpy(set, &k, sizeof k);
}

PTHIN_EXPORT int sigemptyset(sigset_t *set)
{
    from_kernel(set, 0);
    return 0;
}

PTHIN_EXPORT int sigfillset(sigset_t *set)
{
    from_kernel(set, KSIG_ALL & ~HOST_RESERVED_SIGNALS);
    return 0;
}

PTHIN_EXPORT int sigaddset(sigset_t *set, int sig)
{
    if (!valid(sig)) {
        errno = EINVAL;
        return -1;
    }
    from_kernel(set, to_kernel(set) | KSIG(sig));
    return 0;
}

PTHIN_EXPORT int sigdelset(sigset_t *set, int sig)
{
    if (!valid(sig)) {
        errno = EINVAL;
        return -1;
    }
    from_kernel(set, to_kernel(set) & ~KSIG(sig));
    return 0;
}

PTHIN_EXPORT int sigismember(const sigset_t *set, int sig)
{
    if (!valid(sig)) {
        errno = EINVAL;
        return -1;
    }
    return (to_kernel(set) & KSIG(sig)) != 0;
}

PTHIN_EXPORT int sigaction(int sig, const struct sigaction *restrict action,
                           struct sigaction *restrict old)
{
    struct ksigaction knew, kold;
    if (action)
        knew = (struct ksigaction){
            .handler = (void (*)(int, void *, void *))action->sa_sigaction,
            .flags = (unsigned long)(unsigned)action->sa_flags,
            .mask = to_kernel(&action->sa_mask),
        };
    int err = sigaction_program(sig, action ? &knew : NULL, old ? &kold : NULL);
    if (err) {
        errno = err;
        return -1;
    }
    if (old) {
        old->sa_sigaction = (void (*)(int, siginfo_t *, void *))kold.handler;
        old->sa_flags = (int)kold.flags;
        from_kernel(&old->sa_mask, kold.mask);
    }
    return 0;
}

PTHIN_EXPORT int raise(int sig)
{
    int err = thread_signal(thread_self(), sig);
    if (!err)
        return 0;
    errno = err;
    return -1;
}
