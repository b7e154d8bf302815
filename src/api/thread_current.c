/* SPDX-License-Identifier: MIT */
#include "handle.h"

PTHIN_EXPORT pthin_thread *pthin_thread_current(void)
{
    return (pthin_thread *)host_self_handle();
}

PTHIN_EXPORT int pthin_thread_current_id(void)
{
    return (int)host_self_tid();
}

PTHIN_EXPORT int pthin_thread_id(pthin_thread *thread)
{
    struct thread *t = thread_behind(thread);
    if (t == thread_self())
        return pthin_thread_current_id();
    if (thread_is_foreign(t))
        return host_foreign_tid((uintptr_t)thread);
    /* The ID first: it may be in another word than the one that the kernel clears, and outlive the
       thread there. acquire: pairs with the kernel's store after the thread's last access */
    int tid = (int)host_tid(t);
    return atomic_load_explicit(host_exit_word(t), memory_order_acquire) ? tid : 0;
}
