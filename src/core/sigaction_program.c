/* SPDX-License-Identifier: MIT */
#include "sigaction.h"

#include <asm/errno.h>

#include "host/host.h"

int sigaction_program(int sig, struct ksigaction *action, struct ksigaction *old)
{
    if (sig < 1 || sig > KSIG_LAST || (KSIG(sig) & HOST_RESERVED_SIGNALS))
        return EINVAL;
    if (action) {
        action->mask &= ~HOST_RESERVED_SIGNALS;
        bool handles = action->handler != KSA_DEFAULT && action->handler != KSA_IGNORE;
        if (handles && !(action->flags & KSA_RESTART))
            host_will_interrupt();
    }
    long r = sys_sigaction(sig, action, old);
    if (r == 0 && old)
        old->flags &= ~KSA_RESTORER;
    return (int)-r;
}
