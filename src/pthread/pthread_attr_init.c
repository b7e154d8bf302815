/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "attr.h"
#include "core/engine.h"

PTHIN_EXPORT int pthread_attr_init(pthread_attr_t *attr)
{
    __builtin_memset(attr, 0, sizeof *attr);
    attr_of(attr)->guard_size = default_guard_size();
    return 0;
}

bool attr_extension_is_ours(const struct attr_extension *e)
{
    /* Ours begin a page, which what a libc allocates does not. */
    return ((uintptr_t)e & (host_page_size() - 1)) == 0 && e->magic == ATTR_EXTENSION_MAGIC;
}

PTHIN_EXPORT int pthread_attr_destroy(pthread_attr_t *attr)
{
    struct attr_extension *e = attr_of(attr)->extension;
    if (!e)
        return 0;
    if (attr_extension_is_ours(e)) {
        attr_of(attr)->extension = NULL;
        sys_unmap(e, e->map_size);
        return 0;
    }
#if HOST_HAS_FOREIGN
    host_foreign_attr_destroy(attr);
#endif
    return 0;
}

struct attr_extension *attr_extend(struct attr *a, size_t cpuset_size)
{
    struct attr_extension *old = a->extension;
    size_t size = round_up(sizeof *old + cpuset_size, host_page_size());
    if (old && attr_extension_is_ours(old) && old->map_size >= size)
        return old;
    struct attr_extension *e = sys_map(size, false);
    if (!e)
        return NULL;
    if (old) {
        e->mask = old->mask;
        e->mask_set = old->mask_set;
        if (old->cpuset && old->cpuset_size <= size - sizeof *e) {
            e->cpuset = __builtin_memcpy(e->cpus, old->cpuset, old->cpuset_size);
            e->cpuset_size = old->cpuset_size;
        }
        pthread_attr_t whole;
        __builtin_memset(&whole, 0, sizeof whole);
        *attr_of(&whole) = *a;
        pthread_attr_destroy(&whole);
    }
    e->magic = ATTR_EXTENSION_MAGIC;
    e->map_size = size;
    a->extension = e;
    return e;
}
