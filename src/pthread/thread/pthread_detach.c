/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>

#include "core/engine.h"

PTHIN_EXPORT int pthread_detach(pthread_t thread)
{
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    struct thread *t = thread_of((uintptr_t)thread);
#if HOST_HAS_FOREIGN
    if (t->kind == THREAD_FOREIGN)
        return host_foreign_detach((uintptr_t)thread);
#endif
    return thread_detach(t);
}
