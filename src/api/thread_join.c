/* SPDX-License-Identifier: MIT */
#include <asm/errno.h>

#include "handle.h"

PTHIN_EXPORT int pthin_thread_join(pthin_thread *thread, void **result)
{
    struct thread *t = thread_behind(thread);
    if (thread_is_foreign(t))
        return EINVAL;
    return thread_join(t, result, NULL, JOIN_WAIT);
}

PTHIN_EXPORT int pthin_thread_detach(pthin_thread *thread)
{
    struct thread *t = thread_behind(thread);
    if (thread_is_foreign(t))
        return EINVAL;
    return thread_detach(t);
}
