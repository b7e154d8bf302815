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
    if (thread_is_foreign(t))
        return host_foreign_kill((uintptr_t)thread, sig);
    return thread_signal(t, sig);
}
