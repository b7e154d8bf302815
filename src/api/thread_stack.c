/* SPDX-License-Identifier: MIT */
#include "handle.h"

PTHIN_EXPORT int pthin_thread_stack(pthin_thread *thread, void **low, size_t *size,
                                    size_t *guard_size)
{
    struct stack stack;
    bool detached;
    int err = thread_stack((uintptr_t)thread, &stack, &detached);
    if (err)
        return err;
    *low = stack.low;
    *size = stack.size;
    *guard_size = stack.guard;
    return 0;
}

PTHIN_EXPORT size_t pthin_thread_default_stack_size(void)
{
    return default_stack_size();
}

PTHIN_EXPORT size_t pthin_thread_default_guard_size(void)
{
    return default_guard_size();
}
