/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>
#include <signal.h>

#include "core/engine.h"

PTHIN_EXPORT int pthread_kill(pthread_t thread, int sig)
{
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    struct thread *t = thread_of((uintptr_t)thread);
#if HOST_HAS_FOREIGN
    if (t->kind == THREAD_FOREIGN)
        return host_foreign_kill((uintptr_t)thread, sig);
#endif
    return thread_signal(t, sig);
}
