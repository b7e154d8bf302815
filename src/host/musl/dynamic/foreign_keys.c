/* SPDX-License-Identifier: MIT */
/* Key values of threads that are musl's own, and what else has to be done when such a thread ends. */
#include <errno.h>
#include <pthread.h>

#include "core/keys.h"
#include "core/robust.h"
#include "musl.h"
#include "own.h"

/* One more than the key of musl's whose destructor is foreign_end; 0: not made yet. */
static _Atomic uint32_t hook_key;

static int hook(struct thread *t)
{
    uint32_t key = atomic_load_explicit(&hook_key, memory_order_relaxed);
    return musl_own()->setspecific(key - 1, t);
}

/* Where musl's ring is not known, keys_delete finds such threads in our own (host_each_thread). That
   may turn out later. */
static void list(struct thread *t)
{
    ksigset mask;
    host_threads_lock(&mask);
    musl_link_block(t);
    host_threads_unlock(&mask);
}

static void unlist(struct thread *t)
{
    ksigset mask;
    host_threads_lock(&mask);
    if (t->next)
        musl_unlink_block(t);
    t->prev = t->next = NULL;
    host_threads_unlock(&mask);
}

/* A foreign thread ends, or one behind a timer has made a call. musl comes again if a destructor of
   its own sets a value. */
static void foreign_end(void *arg)
{
    struct thread *t = arg;
    /* A destructor may call pthread_exit: then musl comes again. */
    hook(t);
    thread_run_ends(t);
    hook(NULL);
    struct robust_head *head = host_robust_registered();
    void (*release)(void) = atomic_load_explicit(&robust_release_all, memory_order_relaxed);
    if (head && release) {
        release();
        sys_set_robust_list(NULL, sizeof *head);
        head->futex_offset = 0;
    }
    unlist(t);
    keys_forget(t);
    if (t->keys_used)
        keys_ends_now()->free(t);
    t->foreign_keys = false;
}

static int make_hook_key(void)
{
    pthread_key_t key;
    uint32_t none = 0;
    if (atomic_load_explicit(&hook_key, memory_order_relaxed))
        return 0;
    int err = musl_own()->key_create(&key, foreign_end);
    if (err)
        return err;
    /* If another thread was first, this key stays unused. To delete it would end the program: musl then
       clears the key's value in all threads, and those of the engine have no array of values.
       relaxed: the number is all there is */
    atomic_compare_exchange_strong_explicit(&hook_key, &none, key + 1, memory_order_relaxed,
                                            memory_order_relaxed);
    return 0;
}

int host_foreign_keys(void)
{
    struct thread *t = thread_self();
    if (make_hook_key() != 0 || hook(t) != 0)
        return ENOMEM;
    if (!t->next)
        list(t);
    return 0;
}
