/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "attr.h"
#include "core/engine.h"
#include "pthread/thread/create.h"

static int create_by(pthread_t *thread, void *(*start)(void *), void *arg, start_call *call)
{
    pthread_attr_t attr;
    if (pthread_getattr_default_np(&attr) != 0)
        return EAGAIN;
    int err = create_thread(thread, &attr, start, arg, call);
    pthread_attr_destroy(&attr);
    return err;
}

/* The size of the mapping that *attr_defaults is in. */
static size_t map_size(void)
{
    return round_up(sizeof(pthread_attr_t), host_page_size());
}

static void discard(struct attr *d)
{
    if (!d)
        return;
    pthread_attr_destroy((pthread_attr_t *)(void *)d);
    sys_unmap(d, map_size());
}

static bool is_plain(const struct attr *a)
{
    size_t size;
    return !(a->flags & (ATTR_EXPLICIT_SCHED | ATTR_DETACHED)) && a->policy == SCHED_OTHER &&
           a->priority == 0 && !attr_cpuset(a, &size) && !(a->extension && a->extension->mask_set);
}

PTHIN_EXPORT int pthread_setattr_default_np(const pthread_attr_t *attr)
{
    const struct attr *a = attr_of(attr);
    struct attr *new = NULL;
    /* A stack cannot be everybody's. */
    if (a->flags & ATTR_STACK_SET)
        return EINVAL;
    if (!sched_policy_valid(a->policy) || !sched_priority_valid(a->policy, a->priority))
        return EINVAL;
    if (!is_plain(a)) {
        new = sys_map(map_size(), false);
        if (!new)
            return ENOMEM;
        int err = attr_copy(new, a);
        if (err) {
            discard(new);
            return err;
        }
    }
    defaults_lock();
    struct attr *old = atomic_load_explicit(&attr_defaults, memory_order_relaxed);
    /* relaxed: read under the lock */
    atomic_store_explicit(&attr_defaults, new, memory_order_relaxed);
    discard(old);
    atomic_store_explicit(&create_by_defaults_late, create_by, memory_order_relaxed);
    default_sizes_set(attr_stack_size(a), a->guard_size);
    defaults_unlock();
    return 0;
}
