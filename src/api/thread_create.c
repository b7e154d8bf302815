/* SPDX-License-Identifier: MIT */
#include <asm/errno.h>

#include "handle.h"

PTHIN_EXPORT int pthin_thread_create(pthin_thread **thread, pthin_thread_start *start,
                                     void *const *args, size_t count, size_t stack_size,
                                     size_t guard_size)
{
    struct thread_attr attr = {
        .stack_size = stack_size,
        .guard_size = guard_size,
        .start_kind = START_VALUES,
        .values = args,
        .value_count = count,
    };
    if (stack_size < HOST_STACK_MIN || stack_size > HOST_STACK_MOST || guard_size > HOST_GUARD_MOST)
        return EINVAL;
    return thread_create((uintptr_t *)thread, &attr, (void *(*)(void *))(void (*)(void))start,
                         NULL);
}
