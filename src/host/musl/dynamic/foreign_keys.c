/* SPDX-License-Identifier: MIT */
/* Key values of threads that are musl's own, and what else has to be done when such a thread ends. */
#include <errno.h>
#include <pthread.h>

#include "core/keys.h"
#include "core/robust.h"
#include "host/dynamic/foreign_keys.h"
#include "musl.h"
#include "own.h"

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

/* Also of a thread behind a timer, which has made a call and goes on. */
static void foreign_end(void *arg)
{
    struct thread *t = arg;
    foreign_run_ends(t);
    struct robust_head *head = host_robust_registered();
    /* relaxed: set before there is a list */
    void (*release)(void) = atomic_load_explicit(&robust_release_all, memory_order_relaxed);
    if (head && release) {
        release();
        sys_set_robust_list(NULL, sizeof *head);
        head->futex_offset = 0;
    }
    unlist(t);
    keys_forget(t);
    foreign_free(t);
}

int host_foreign_keys(void)
{
    struct thread *t = thread_self();
    if (foreign_hook(t, foreign_end) != 0)
        return ENOMEM;
    if (!t->next)
        list(t);
    return 0;
}
