/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "c11.h"
#include "pthread/thread/create.h"

_Static_assert(sizeof(thrd_t) == sizeof(pthread_t), "one handle");

static void *call_int(struct thread *t)
{
    return (void *)(intptr_t)((thrd_start_t)(uintptr_t)t->start)(t->arg);
}

PTHIN_EXPORT int thrd_create(thrd_t *thread, thrd_start_t start, void *arg)
{
    int err = create_thread((pthread_t *)thread, NULL, (void *(*)(void *))(uintptr_t)start, arg,
                            call_int);
    /* EAGAIN: nearly always for want of memory, so that is what C11 gets to hear. */
    return c11_result(err == EAGAIN ? ENOMEM : err);
}

PTHIN_EXPORT _Noreturn void thrd_exit(int result)
{
    pthread_exit((void *)(intptr_t)result);
}

PTHIN_EXPORT int thrd_join(thrd_t thread, int *result)
{
    void *r;
    int err = pthread_join((pthread_t)thread, &r);
    if (!err && result)
        *result = (int)(intptr_t)r;
    return c11_result(err);
}

PTHIN_EXPORT int thrd_detach(thrd_t thread)
{
    return c11_result(pthread_detach((pthread_t)thread));
}

PTHIN_EXPORT thrd_t thrd_current(void)
{
    return (thrd_t)pthread_self();
}

PTHIN_EXPORT int thrd_equal(thrd_t a, thrd_t b)
{
    return a == b;
}
