/* SPDX-License-Identifier: MIT */
#include <signal.h>

#include "core/sigqueue.h"
#include <errno.h>

#include "target.h"

#define LAST_SIGNAL 64

PTHIN_EXPORT int pthread_sigqueue(pthread_t thread, int sig, const union sigval value)
{
    struct target target;
    uintptr_t bits = 0;
    if (sig < 0 || sig > LAST_SIGNAL || (sig && (KSIG(sig) & HOST_RESERVED_SIGNALS)))
        return EINVAL;
    int err = target_get(&target, thread);
    if (err)
        return err;
    __builtin_memcpy(&bits, &value, sizeof value);
    long r = sys_sigqueue_thread(target.tid, sig, bits);
    target_done(&target);
    return (int)-r;
}
