/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>

#include "pthread/attr/attr.h"
#include "create.h"
#include "core/engine.h"

create_by_defaults *_Atomic create_by_defaults_late;

static int create(pthread_t *thread, const struct thread_attr *want, const pthread_attr_t *attr,
                  void *(*start)(void *), void *arg)
{
    _Static_assert(sizeof(pthread_t) == sizeof(uintptr_t), "a thread's address");
    int err = thread_create((uintptr_t *)thread, want, start, arg);
    if (HOST_HAS_FOREIGN && err == ENOSYS) {
        pthread_attr_t defaults;
        if (!attr && pthread_getattr_default_np(&defaults) == 0)
            attr = &defaults;
        return host_foreign_create((uintptr_t *)thread, attr, start, arg);
    }
    return err;
}

static int create_with(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *),
                       void *arg, start_call *call)
{
    const struct attr *a = attr_of(attr);
    struct attr_more more;
    struct thread_attr want = {
        .stack_size = attr_stack_size(a),
        .guard_size = a->guard_size,
        .detached = (a->flags & ATTR_DETACHED) != 0,
        .call = call,
    };
    /* A stack of the caller's is named by its top. */
    if (a->flags & ATTR_STACK_SET) {
        if ((uintptr_t)a->stack_top <= want.stack_size)
            return EINVAL;
        want.stack_low = (char *)a->stack_top - want.stack_size;
    }
    if (attr_asks_more(a)) {
        /* relaxed: see attr_will_ask_more */
        int err = atomic_load_explicit(&attr_more_late, memory_order_relaxed)(&want, a, &more);
        if (err)
            return err;
    }
    return create(thread, &want, attr, start, arg);
}

int create_thread(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *), void *arg,
                  start_call *call)
{
    if (attr)
        return create_with(thread, attr, start, arg, call);
    /* relaxed: a thread that is created at the same time may have the defaults of before */
    create_by_defaults *by_defaults =
        atomic_load_explicit(&create_by_defaults_late, memory_order_relaxed);
    if (by_defaults)
        return by_defaults(thread, start, arg, call);
    struct thread_attr want = {
        .stack_size = default_stack_size(),
        .guard_size = default_guard_size(),
        .call = call,
    };
    return create(thread, &want, NULL, start, arg);
}

PTHIN_EXPORT int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attr,
                                void *(*start)(void *), void *restrict arg)
{
    return create_thread(thread, attr, start, arg, NULL);
}
