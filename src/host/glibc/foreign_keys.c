/* SPDX-License-Identifier: MIT */
/* Values of our keys in threads that are glibc's own. */
#include <errno.h>
#include <pthread.h>

#include "core/keys.h"
#include "core/syscalls.h"
#include "fork.h"
#include "host/dynamic/foreign_keys.h"
#include "host/host.h"
#include "symbols.h"
#include "thread_list.h"

static void foreign_end(void *arg)
{
    struct thread *t = arg;
    ksigset all = KSIG_ALL, mask;
    foreign_run_ends(t);
    sys_sigprocmask(KSIG_BLOCK, &all, &mask);
    keys_forget(t); /* where there is a value, keys_set takes the key for one that is in use */
    if (!t->foreign_ended)
        threads_unlink(t);
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
    foreign_free(t);
    t->foreign_ended = true;
}

int libc_key_create(pthread_key_t *key, void (*destructor)(void *))
{
    return glibc()->key_create(key, destructor);
}

int libc_setspecific(pthread_key_t key, const void *value)
{
    return glibc()->setspecific(key, value);
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
    if (foreign_hook(t, foreign_end) != 0)
        return ENOMEM;
    /* The destructors may have been called for the last time. */
    if (t->foreign_ended)
        return 0;
    sys_sigprocmask(KSIG_BLOCK, &all, &mask);
    threads_link(t);
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
    return 0;
}
