/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <pthread.h>

#include "core/priority.h"
#include "core/sched.h"
#include "pthread/attr/attr.h"
#include "target.h"

/* Bytes of affinity beyond which no machine is believed to have CPUs. */
#define CPUSET_MOST ((size_t)1 << 20)

/* Scheduling and affinity, as far as they are told, of a thread that has not ended. Most machines' sets
   of CPUs fit into the object itself, and then nothing is lost by a program that never calls
   pthread_attr_destroy. True: this one does not. */
static bool ask_kernel(struct attr *a, pthread_t thread)
{
    struct target target;
    cpu_set_t set;
    const unsigned char *bytes = (const unsigned char *)&set;
    int policy, priority;
    if (target_get(&target, thread) != 0)
        return false;
    if (priority_get(target.thread, target.tid, &policy, &priority) == 0) {
        a->policy = policy;
        a->priority = priority;
    }
    long size = sys_sched_get_affinity(target.tid, sizeof set, &set);
    target_done(&target);
    if (size < 0)
        return true;
    for (long i = sizeof a->cpus; i < size; i++)
        if (bytes[i])
            return true;
    __builtin_memset(a->cpus, 0, sizeof a->cpus);
    __builtin_memcpy(a->cpus, &set, (size_t)size < sizeof a->cpus ? (size_t)size : sizeof a->cpus);
    a->flags |= ATTR_CPUS_INLINE;
    return false;
}

static int large_affinity(pthread_attr_t *attr, pthread_t thread)
{
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
    bool detached;
    int err = thread_stack((uintptr_t)thread, &stack, &detached);
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
    err = ask_kernel(a, thread) ? large_affinity(attr, thread) : 0;
    if (err)
        pthread_attr_destroy(attr);
    return err;
}
