/* SPDX-License-Identifier: MIT */
/* Cancellation, where it is the engine's own. */
#include <errno.h>
#include <pthread.h>

#include "core/engine.h"
#include "core/cancel.h"

PTHIN_EXPORT int pthread_cancel(pthread_t thread)
{
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    return cancel_request(thread_of((uintptr_t)thread));
}

PTHIN_EXPORT int pthread_setcancelstate(int state, int *old)
{
    /* The state after PTHREAD_CANCEL_DISABLE is for the libc around us. */
    if ((unsigned)state > CANCEL_MASKED)
        return EINVAL;
    int was = cancel_set_state(state);
    if (old)
        *old = was == CANCEL_IN_WAIT ? CANCEL_MASKED : was;
    return 0;
}
PTHIN_ALIAS(pthread_setcancelstate, __pthread_setcancelstate);

PTHIN_EXPORT int pthread_setcanceltype(int type, int *old)
{
    if (type != PTHREAD_CANCEL_DEFERRED && type != PTHREAD_CANCEL_ASYNCHRONOUS)
        return EINVAL;
    int was = cancel_set_type(type);
    if (old)
        *old = was;
    return 0;
}

PTHIN_EXPORT void pthread_testcancel(void)
{
    cancel_test();
}
PTHIN_ALIAS(pthread_testcancel, __pthread_testcancel);
