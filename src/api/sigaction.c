/* SPDX-License-Identifier: MIT */
#include <pthin/signal.h>

#include "core/sigaction.h"

_Static_assert(PTHIN_SA_ONSTACK == KSA_ONSTACK && PTHIN_SA_RESTART == KSA_RESTART,
               "the kernel's numbers");
_Static_assert(PTHIN_SA_NOCLDSTOP == SA_NOCLDSTOP && PTHIN_SA_NOCLDWAIT == SA_NOCLDWAIT &&
                   PTHIN_SA_NODEFER == SA_NODEFER && PTHIN_SA_RESETHAND == (unsigned)SA_RESETHAND,
               "the host's numbers, which are the kernel's");
_Static_assert(sizeof(pthin_sigset) == sizeof(ksigset), "the kernel's sets");

PTHIN_EXPORT int pthin_sigaction(int signal, const struct pthin_sigaction *action,
                                 struct pthin_sigaction *old)
{
    struct ksigaction knew, kold;
    if (action)
        knew = (struct ksigaction){
            .handler = (void (*)(int, void *, void *))action->handler,
            .flags = action->flags | KSA_SIGINFO,
            .mask = action->mask,
        };
    int err = sigaction_program(signal, action ? &knew : NULL, old ? &kold : NULL);
    if (!err && old)
        *old = (struct pthin_sigaction){
            .handler = (pthin_signal_handler *)kold.handler,
            .flags = (uint32_t)kold.flags & ~(uint32_t)KSA_SIGINFO,
            .mask = kold.mask,
        };
    return err;
}
