/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>

#include "pthread/attr/attr.h"
#include "core/engine.h"

/* Bytes of affinity beyond which no machine is believed to have CPUs. */
#define CPUSET_MOST ((size_t)1 << 20)

/* Most machines' sets fit into the object itself, and then nothing is lost by a program that
   never calls pthread_attr_destroy. */
static bool inline_affinity(struct attr *a, pthread_t thread)
{
    cpu_set_t set;
    const unsigned char *bytes = (const unsigned char *)&set;
    if (pthread_getaffinity_np(thread, sizeof set, &set) != 0)
        return false;
    for (size_t i = sizeof a->cpus; i < sizeof set; i++)
        if (bytes[i])
            return false;
    __builtin_memcpy(a->cpus, &set, sizeof a->cpus);
    a->flags |= ATTR_CPUS_INLINE;
    return true;
}

static int affinity_into(pthread_attr_t *attr, pthread_t thread)
{
    if (inline_affinity(attr_of(attr), thread))
        return 0;
    for (size_t size = sizeof(cpu_set_t);; size *= 2) {
        struct attr_extension *e = attr_extend(attr_of(attr), size);
        if (!e)
            return ENOMEM;
        int err = pthread_getaffinity_np(thread, size, (cpu_set_t *)(void *)e->cpus);
        if (err == EINVAL && size < CPUSET_MOST)
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
    if (!thread) /* PTHREAD_NULL */
        return ESRCH;
    struct thread *t = thread_of((uintptr_t)thread);
    struct stack stack;
    struct sched_param param;
    bool detached;
    int policy, err = thread_stack((uintptr_t)thread, &stack, &detached);
    if (err)
        return err;
    pthread_attr_init(attr);
    attr_will_ask_more();
    struct attr *a = attr_of(attr);
    a->stack_top = stack.low + stack.size;
    a->stack_size = stack.size;
    a->guard_size = stack.guard;
    a->flags = ATTR_STACK_SET | (detached ? ATTR_DETACHED : 0);
    if (HOST_GETATTR_SCHED && t->explicit_sched)
        a->flags |= ATTR_EXPLICIT_SCHED;
    if (pthread_getschedparam(thread, &policy, &param) == 0) {
        a->policy = policy;
        a->priority = param.sched_priority;
    }
    err = affinity_into(attr, thread);
    if (err)
        pthread_attr_destroy(attr);
    return err;
}
