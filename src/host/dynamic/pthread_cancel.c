/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>

#include "cancel.h"
#include "host/host.h"

PTHIN_EXPORT int pthread_cancel(pthread_t thread)
{
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    struct thread *t = thread_of((uintptr_t)thread);
    ksigset mask;
    int err = 0;
    cancel_prepare();
    if (t == thread_self() || thread_is_foreign(t))
        return cancel_by_libc(t);
    if (thread_is_dead(t))
        return ESRCH;
    /* The libc sends a signal to the tid, which must be this thread's as long as that takes. */
    if (thread_pin(t, &mask)) {
        err = cancel_by_libc(t);
        thread_unpin(t, &mask);
    }
    return err;
}
