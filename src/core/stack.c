/* SPDX-License-Identifier: MIT */
#include "stack.h"

#include <asm/errno.h>
#include "host/host.h"

/* Up to this size a stack gets its guard from the page tables, without a mapping of its own:
   neighbouring stacks stay one mapping. Above, splitting the mapping costs less. */
#define GUARD_INSTALL_MAX ((size_t)2 << 20)

static bool guard_install(struct stack *s)
{
    /* Kernels that lack it say EINVAL, as it does for locked memory. */
    static atomic_bool unavailable;
    if (s->map_size > GUARD_INSTALL_MAX + s->guard ||
        atomic_load_explicit(&unavailable, memory_order_relaxed))
        return false;
    if (sys_madvise(s->map, s->guard, KADV_GUARD_INSTALL) == 0)
        return true;
    /* relaxed: only saves others the attempt */
    atomic_store_explicit(&unavailable, true, memory_order_relaxed);
    return false;
}

int stack_measure(struct stack *s, size_t size, size_t guard, size_t above)
{
    size_t page = host_page_size();
    size_t usable, total;
    if (__builtin_add_overflow(guard, page - 1, &guard) ||
        __builtin_add_overflow(size, above + page - 1, &usable))
        return EINVAL;
    guard = round_down(guard, page);
    usable = round_down(usable, page);
    if (__builtin_add_overflow(guard, usable, &total))
        return EINVAL;
    *s = (struct stack){.map_size = total, .size = usable - above, .guard = guard};
    return 0;
}

int stack_map(struct stack *s)
{
    s->map = sys_map(s->map_size, false);
    if (!s->map)
        return EAGAIN;
    s->low = s->map + s->guard;
    if (s->guard && !guard_install(s) && sys_protect_none(s->map, s->guard) != 0) {
        sys_unmap(s->map, s->map_size);
        return EAGAIN;
    }
    return 0;
}
