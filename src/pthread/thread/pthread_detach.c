/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>

#include "core/engine.h"

PTHIN_EXPORT int pthread_detach(pthread_t thread)
{
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    struct thread *t = thread_of((uintptr_t)thread);
    if (thread_is_foreign(t))
        return host_foreign_detach((uintptr_t)thread);
    return thread_detach(t);
}
