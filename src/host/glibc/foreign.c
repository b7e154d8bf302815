/* SPDX-License-Identifier: MIT */
/*
 * Threads that are glibc's own: the initial one, helpers for timers, asynchronous I/O and name
 * look-ups, and all if the self-check failed.
 */
#include <errno.h>
#include <pthread.h>

#include "core/keys.h"
#include "core/stack.h"
#include "core/syscalls.h"
#include "fork.h"
#include "host/host.h"
#include "symbols.h"
#include "thread_list.h"

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
    if (!glibc_facts.tid)
        return 0;
    int tid = atomic_load_explicit((_Atomic int *)(handle + glibc_facts.tid), memory_order_relaxed);
    return tid > 0 ? tid : 0; /* joined: -1 */
}

int host_foreign_stack(uintptr_t handle, struct stack *stack, bool *detached)
{
    pthread_attr_t attr;
    void *low;
    int state;
    int err = glibc()->getattr(handle, &attr);
    if (err)
        return err;
    *stack = (struct stack){0};
    /* Ours, which read the same fields. */
    pthread_attr_getstack(&attr, &low, &stack->size);
    pthread_attr_getguardsize(&attr, &stack->guard);
    pthread_attr_getdetachstate(&attr, &state);
    pthread_attr_destroy(&attr);
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
    /* glibc asked for the limit when the program started. Ours read the same fields. */
    if (glibc()->getattr_default(&attr) != 0)
        return 0;
    pthread_attr_getstacksize(&attr, &size);
    pthread_attr_destroy(&attr);
    return without_tls(size);
}

void host_foreign_attr_destroy(void *attr)
{
    glibc()->attr_destroy(attr);
}

/* ---- Key values ---- */

/* One more than the glibc key whose destructor is foreign_end; 0: not made yet. */
static _Atomic uint32_t hook_key;

static int hook(struct thread *t)
{
    uint32_t key = atomic_load_explicit(&hook_key, memory_order_relaxed);
    return glibc()->setspecific(key - 1, t);
}

/* A foreign thread ends. glibc comes again if a destructor of its own sets a value. */
static void foreign_end(void *arg)
{
    struct thread *t = arg;
    ksigset all = KSIG_ALL, mask;
    /* A destructor may call pthread_exit: then glibc comes again. */
    hook(t);
    thread_run_ends(t);
    hook(NULL);
    sys_sigprocmask(KSIG_BLOCK, &all, &mask);
    keys_forget(t); /* where there is a value, keys_set takes the key for one that is in use */
    if (!t->foreign_ended)
        threads_unlink(t);
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
    if (t->keys_used)
        keys_ends_now()->free(t);
    t->foreign_keys = false;
    t->foreign_ended = true;
}

static int make_hook_key(void)
{
    pthread_key_t key;
    uint32_t none = 0;
    if (atomic_load_explicit(&hook_key, memory_order_relaxed))
        return 0;
    int err = glibc()->key_create(&key, foreign_end);
    if (err)
        return err;
    /* relaxed: the number is all there is */
    if (!atomic_compare_exchange_strong_explicit(&hook_key, &none, key + 1, memory_order_relaxed,
                                                 memory_order_relaxed))
        return glibc()->key_delete(key); /* another thread was first */
    return 0;
}

/*
 * An allocator that keeps something for each thread sets a value whenever it is called, and glibc
 * calls free until a thread is gone: when all destructors have run, and when the thread is on no
 * list any more and its memory about to go. Such a thread must not be on our ring, for nothing would
 * take it off. The values that it sets then are lost, as glibc's own are.
 */
int host_foreign_keys(void)
{
    struct thread *t = thread_self();
    ksigset all = KSIG_ALL, none = 0, mask;
    fork_catch_up();
    /* In these last steps glibc has blocked the signals that no program can. */
    sys_sigprocmask(KSIG_BLOCK, &none, &mask);
    if (mask & KSIG(HOST_CANCEL_SIGNAL))
        return 0;
    if (make_hook_key() != 0 || hook(t) != 0)
        return ENOMEM;
    /* The destructors may have been called for the last time. */
    if (t->foreign_ended)
        return 0;
    sys_sigprocmask(KSIG_BLOCK, &all, &mask);
    threads_link(t);
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
    return 0;
}
