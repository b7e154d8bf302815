/* SPDX-License-Identifier: MIT */
/* Values of our keys in threads that are glibc's own: one key of glibc's has it call us at their end. */
#include <errno.h>
#include <pthread.h>

#include "core/keys.h"
#include "core/syscalls.h"
#include "fork.h"
#include "host/host.h"
#include "symbols.h"
#include "thread_list.h"

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
