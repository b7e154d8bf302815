/* SPDX-License-Identifier: MIT */
/* The extras of an attribute object: CPUs and signal mask of the thread to be. */
#include <errno.h>

#include "attr.h"
#include "core/engine.h"

PTHIN_EXPORT int pthread_attr_setaffinity_np(pthread_attr_t *attr, size_t size,
                                             const cpu_set_t *set)
{
    struct attr *a = attr_of(attr);
    a->flags &= ~ATTR_CPUS_INLINE;
    if (!set || size == 0) {
        if (a->extension)
            a->extension->cpuset = NULL;
        return 0;
    }
    struct attr_extension *e = attr_extend(a, size);
    if (!e)
        return ENOMEM;
    e->cpuset = __builtin_memcpy(e->cpus, set, size);
    e->cpuset_size = size;
    return 0;
}

PTHIN_EXPORT int pthread_attr_getaffinity_np(const pthread_attr_t *attr, size_t size,
                                             cpu_set_t *set)
{
    size_t have;
    const unsigned char *cpus = attr_cpuset(attr_of(attr), &have);
    if (!cpus) {
        __builtin_memset(set, 0xff, size); /* no restriction */
        return 0;
    }
    /* A CPU that does not fit into the caller's set must not get lost. */
    for (size_t i = size; i < have; i++)
        if (cpus[i])
            return EINVAL;
    size_t n = size < have ? size : have;
    __builtin_memcpy(set, cpus, n);
    __builtin_memset((char *)set + n, 0, size - n);
    return 0;
}

PTHIN_EXPORT int pthread_attr_setsigmask_np(pthread_attr_t *attr, const sigset_t *mask)
{
    struct attr *a = attr_of(attr);
    if (!mask) {
        if (a->extension)
            a->extension->mask_set = false;
        return 0;
    }
    size_t keep = a->extension ? a->extension->cpuset_size : 0;
    struct attr_extension *e = attr_extend(a, keep);
    if (!e)
        return ENOMEM;
    /* As from sigfillset, what the implementation needs is not in it. */
    ksigset bits;
    e->mask = *mask;
    __builtin_memcpy(&bits, mask, sizeof bits);
    bits &= ~HOST_RESERVED_SIGNALS;
    __builtin_memcpy(&e->mask, &bits, sizeof bits);
    e->mask_set = true;
    return 0;
}

PTHIN_EXPORT int pthread_attr_getsigmask_np(const pthread_attr_t *attr, sigset_t *mask)
{
    const struct attr_extension *e = attr_of(attr)->extension;
    if (e && e->mask_set) {
        *mask = e->mask;
        return 0;
    }
    __builtin_memset(mask, 0, sizeof *mask);
    return PTHREAD_ATTR_NO_SIGMASK_NP;
}
