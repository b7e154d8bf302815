/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>

#include "attr.h"
#include "core/engine.h"

/* How many bytes of affinity are asked for at least; more for machines with more CPUs. */
#define CPUSET_LEAST 128

static int stack_of(struct thread *t, pthread_t thread, struct stack *stack, bool *detached)
{
    /* relaxed: a snapshot */
    *detached = atomic_load_explicit(&t->state, memory_order_relaxed) & THREAD_DETACHED;
    if (t->kind == THREAD_ENGINE) {
        *stack = t->stack;
        return 0;
    }
#if HOST_HAS_FOREIGN
    if (t->kind == THREAD_FOREIGN)
        return host_foreign_stack((uintptr_t)thread, stack, detached);
#endif
    (void)thread;
    return main_stack(stack);
}

static int affinity_into(pthread_attr_t *attr, pthread_t thread)
{
    for (size_t size = CPUSET_LEAST;; size *= 2) {
        struct attr_extension *e = attr_extend(attr_of(attr), size);
        if (!e)
            return ENOMEM;
        int err = pthread_getaffinity_np(thread, size, (cpu_set_t *)(void *)e->cpus);
        if (err == EINVAL && size < ((size_t)1 << 20))
            continue;
        /* A thread that has ended, or a kernel without the call: no set. */
        if (!err) {
            e->cpuset = e->cpus;
            e->cpuset_size = size;
        }
        return 0;
    }
}

PTHIN_EXPORT int pthread_getattr_np(pthread_t thread, pthread_attr_t *attr)
{
    struct thread *t = thread_of((uintptr_t)thread);
    struct stack stack;
    struct sched_param param;
    bool detached;
    int policy, err = stack_of(t, thread, &stack, &detached);
    if (err)
        return err;
    pthread_attr_init(attr);
    struct attr *a = attr_of(attr);
    a->stack_top = stack.low + stack.size;
    a->stack_size = stack.size;
    a->guard_size = stack.guard;
    a->flags = ATTR_STACK_SET | (detached ? ATTR_DETACHED : 0);
    if (pthread_getschedparam(thread, &policy, &param) == 0) {
        a->policy = policy;
        a->priority = param.sched_priority;
    }
    err = affinity_into(attr, thread);
    if (err)
        pthread_attr_destroy(attr);
    return err;
}
