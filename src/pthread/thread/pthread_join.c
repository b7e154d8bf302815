/* SPDX-License-Identifier: MIT */
/* Joining: for ever, not at all, until a time on a clock. */
#include <errno.h>
#include <pthread.h>

#include "pthread/deadline.h"
#include "core/engine.h"

/* The initial thread may be waiting for the caller; the libc would not know. (Others of the
   libc's own wait for nobody, and their memory may go at any time.) */
static int join_foreign(struct thread *t, pthread_t thread, void **result)
{
    bool initial = host_foreign_tid((uintptr_t)thread) == sys_getpid();
    int err = initial ? thread_join_begin(t) : 0;
    if (err)
        return err;
    err = host_foreign_join((uintptr_t)thread, result);
    if (initial)
        thread_join_end();
    return err;
}

PTHIN_EXPORT int pthread_join(pthread_t thread, void **result)
{
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    struct thread *t = thread_of((uintptr_t)thread);
    if (thread_is_foreign(t))
        return join_foreign(t, thread, result);
    return thread_join(t, result, NULL, JOIN_WAIT);
}

PTHIN_EXPORT int pthread_tryjoin_np(pthread_t thread, void **result)
{
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    struct thread *t = thread_of((uintptr_t)thread);
    if (thread_is_foreign(t))
        /* The libc would look first whether it runs. */
        return t == thread_self() ? EDEADLK : host_foreign_tryjoin((uintptr_t)thread, result);
    return thread_join(t, result, NULL, JOIN_TRY);
}

PTHIN_EXPORT int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock,
                                      const struct timespec *until)
{
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    struct thread *t = thread_of((uintptr_t)thread);
    struct deadline deadline;
    /* Also for a thread of the libc's: glibc would ask the kernel again and again, and not sleep. */
    int err = until ? deadline_from(&deadline, clock, until) : 0;
    if (err)
        return err;
    if (thread_is_foreign(t))
        return host_foreign_clockjoin((uintptr_t)thread, result, clock, until);
    /* As in glibc, no time means for ever. */
    return thread_join(t, result, until ? &deadline : NULL, JOIN_WAIT);
}

PTHIN_EXPORT int pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *until)
{
    return pthread_clockjoin_np(thread, result, CLOCK_REALTIME, until);
}
