/* SPDX-License-Identifier: MIT */
#include "musl.h"

/* In libc for its C++ neighbours, in no header. */
int __cxa_atexit(void (*run)(void *), void *arg, void *library);

bool host_at_exit(void (*run)(void *))
{
    static _Atomic uint32_t registered;
    struct thread *t = thread_self();
    /* A thread of musl's own ends by way of its keys. */
    if (t->kind == THREAD_FOREIGN && !t->foreign_keys) {
        if (host_foreign_keys() != 0)
            return false;
        t->foreign_keys = true;
    }
    /* exit runs it in whatever thread calls exit, after what was registered later.
       relaxed: twice does no harm */
    if (!atomic_load_explicit(&registered, memory_order_relaxed)) {
        if (__cxa_atexit(run, NULL, NULL) != 0)
            return false;
        atomic_store_explicit(&registered, 1, memory_order_relaxed);
    }
    return true;
}
