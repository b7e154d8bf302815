/* SPDX-License-Identifier: MIT */
/*
 * Threads that are glibc's own: the initial one, helpers for timers, asynchronous I/O and name
 * look-ups, and all if the self-check failed.
 */
#include <errno.h>
#include <pthread.h>

#include "core/stack.h"
#include "core/syscalls.h"
#include "host/host.h"
#include "symbols.h"

int host_foreign_create(uintptr_t *handle, const void *attr, void *(*start)(void *), void *arg)
{
    return glibc()->create((pthread_t *)handle, attr, start, arg);
}

int host_foreign_join(uintptr_t handle, void **result)
{
    return glibc()->join(handle, result);
}

int host_foreign_tryjoin(uintptr_t handle, void **result)
{
    return glibc()->tryjoin(handle, result);
}

int host_foreign_clockjoin(uintptr_t handle, void **result, int clock, const void *timespec)
{
    return glibc()->clockjoin(handle, result, clock, timespec);
}

int host_foreign_detach(uintptr_t handle)
{
    return glibc()->detach(handle);
}

int host_foreign_kill(uintptr_t handle, int sig)
{
    return glibc()->kill(handle, sig);
}

int host_foreign_tid(uintptr_t handle)
{
    if (!glibc_own.tid)
        return 0;
    int tid = atomic_load_explicit((_Atomic int *)(handle + glibc_own.tid), memory_order_relaxed);
    return tid > 0 ? tid : 0; /* joined: -1 */
}

int host_foreign_stack(uintptr_t handle, struct stack *stack, bool *detached)
{
    pthread_attr_t attr;
    void *low;
    int state;
    const struct glibc_functions *g = glibc();
    int err = g->getattr(handle, &attr);
    if (err)
        return err;
    *stack = (struct stack){0};
    g->attr_getstack(&attr, &low, &stack->size);
    g->attr_getguardsize(&attr, &stack->guard);
    g->attr_getdetachstate(&attr, &state);
    g->attr_destroy(&attr);
    stack->low = low;
    *detached = state == PTHREAD_CREATE_DETACHED;
    return 0;
}

/* glibc has thread-local data on the stack, and where there is more of it than the limit, its default
   is no more than what the data takes and a page or two. Our thread-local data lies elsewhere, and as
   large a stack beside it would need twice the addresses. What the limit was at the start cannot be
   seen from such a default; so it is what the limit is now. */
static size_t without_tls(size_t size)
{
    symbols_find();
    size_t tls = round_up(glibc_facts.tls_size, glibc_facts.tls_align);
    if (size > tls + 3 * host_page_size())
        return size;
    size_t limit = stack_size_of_limit(sys_stack_limit());
    return limit < size ? limit : size;
}

size_t host_default_stack_size(void)
{
    pthread_attr_t attr;
    size_t size = 0;
    const struct glibc_functions *g = glibc();
    /* glibc asked for the limit when the program started. */
    if (g->getattr_default(&attr) != 0)
        return 0;
    g->attr_getstacksize(&attr, &size);
    g->attr_destroy(&attr);
    return without_tls(size);
}

void host_foreign_attr_destroy(void *attr)
{
    glibc()->attr_destroy(attr);
}
