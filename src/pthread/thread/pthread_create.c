/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>

#include "pthread/attr/attr.h"
#include "create.h"
#include "core/engine.h"

/* A stack of the caller's is named by its top. */
static int stack_from(struct thread_attr *want, const struct attr *a)
{
    want->stack_size = attr_stack_size(a);
    want->guard_size = a->guard_size;
    if (a->flags & ATTR_STACK_SET) {
        if ((uintptr_t)a->stack_top <= want->stack_size)
            return EINVAL;
        want->stack_low = (char *)a->stack_top - want->stack_size;
    }
    return 0;
}

static int create_with(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *),
                       void *arg, enum start_kind kind)
{
    struct thread_attr want = {.start_kind = kind};
    struct sched_request sched = {0};
    ksigset mask;
    const struct attr *a = attr_of(attr);
    const struct attr_extension *e = a->extension;
    int err = stack_from(&want, a);
    if (err)
        return err;
    want.detached = (a->flags & ATTR_DETACHED) != 0;
    if (a->flags & ATTR_EXPLICIT_SCHED) {
        if (!sched_priority_valid(a->policy, a->priority))
            return EINVAL;
        sched.set_policy = true;
        sched.policy = a->policy;
        sched.priority = a->priority;
        want.sched = &sched;
    }
    sched.cpuset = attr_cpuset(a, &sched.cpuset_size);
    if (sched.cpuset)
        want.sched = &sched;
    if (e && e->mask_set) {
        __builtin_memcpy(&mask, &e->mask, sizeof mask);
        want.mask = &mask;
    }

    _Static_assert(sizeof(pthread_t) == sizeof(uintptr_t), "a thread's address");
    err = thread_create((uintptr_t *)thread, &want, start, arg);
    if (HOST_HAS_FOREIGN && err == ENOSYS)
        return host_foreign_create((uintptr_t *)thread, attr, start, arg);
    return err;
}

int create_thread(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *), void *arg,
                  enum start_kind kind)
{
    pthread_attr_t defaults;
    if (attr)
        return create_with(thread, attr, start, arg, kind);
    if (pthread_getattr_default_np(&defaults) != 0)
        return EAGAIN;
    int err = create_with(thread, &defaults, start, arg, kind);
    pthread_attr_destroy(&defaults);
    return err;
}

PTHIN_EXPORT int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attr,
                                void *(*start)(void *), void *restrict arg)
{
    return create_thread(thread, attr, start, arg, START_POINTER);
}
