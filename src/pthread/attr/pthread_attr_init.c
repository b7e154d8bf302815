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
    if (HOST_HAS_FOREIGN)
        host_foreign_attr_destroy(attr);
    return 0;
}

/* The set of CPUs only as far as to has room for it. */
static void extension_copy(struct attr_extension *to, const struct attr_extension *from)
{
    to->mask = from->mask;
    to->mask_set = from->mask_set;
    if (from->cpuset && from->cpuset_size <= to->map_size - sizeof *to) {
        to->cpuset = __builtin_memcpy(to->cpus, from->cpuset, from->cpuset_size);
        to->cpuset_size = from->cpuset_size;
    }
}

struct attr_extension *attr_extend(struct attr *a, size_t cpuset_size)
{
    struct attr_extension *old = a->extension;
    size_t size = round_up(sizeof *old + cpuset_size, host_page_size());
    if (old && attr_extension_is_ours(old) && old->map_size >= size)
        return old;
    struct attr_extension *e = sys_map(size, false);
    attr_will_ask_more();
    if (!e)
        return NULL;
    e->map_size = size;
    if (old) {
        extension_copy(e, old);
        pthread_attr_t whole;
        __builtin_memset(&whole, 0, sizeof whole);
        *attr_of(&whole) = *a;
        pthread_attr_destroy(&whole);
    }
    e->magic = ATTR_EXTENSION_MAGIC;
    a->extension = e;
    return e;
}

int attr_copy(struct attr *to, const struct attr *from)
{
    *to = *from;
    to->extension = NULL;
    if (!from->extension)
        return 0;
    if (!attr_extend(to, from->extension->cpuset ? from->extension->cpuset_size : 0))
        return ENOMEM;
    extension_copy(to->extension, from->extension);
    return 0;
}
