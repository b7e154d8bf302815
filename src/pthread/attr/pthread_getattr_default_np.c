/* SPDX-License-Identifier: MIT */
/* The attributes of threads that are created without any. */
#include "attr.h"
#include "core/engine.h"

struct attr *_Atomic attr_defaults;

PTHIN_EXPORT int pthread_getattr_default_np(pthread_attr_t *attr)
{
    struct attr *a = attr_of(attr);
    int err = 0;
    pthread_attr_init(attr);
    defaults_lock();
    const struct attr *d = atomic_load_explicit(&attr_defaults, memory_order_relaxed);
    if (d)
        err = attr_copy(a, d);
    defaults_unlock();
    a->guard_size = default_guard_size();
    a->stack_size = default_stack_size();
    return err;
}
