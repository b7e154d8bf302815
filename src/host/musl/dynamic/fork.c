/* SPDX-License-Identifier: MIT */
/*
 * The program's fork is ours, which calls the handlers around musl's. Where libc itself forks (forkpty,
 * daemon), musl calls handlers that were registered by its own pthread_atfork: there we do the same
 * in one of those. Not always, because musl holds a lock meanwhile: a handler could not create a
 * thread that forks.
 */
#include "fork.h"

#include <errno.h>
#include <unistd.h>

#include "core/atfork.h"
#include "host/dynamic/redirect.h"
#include "host/dynamic/start.h"
#include "host/dynamic/stats.h"
#include "load.h"
#include "musl.h"
#include "own.h"

/* The caller is in our fork. */
static _Thread_local bool in_fork;

static _Thread_local uint32_t stopped; /* what creators_stop returned */

static void libc_forks(void)
{
    if (in_fork)
        return;
    atfork_prepare();
    stopped = creators_stop();
}

static void libc_has_forked(void)
{
    if (in_fork)
        return;
    creators_go(stopped);
    atfork_parent();
}

static void child_of_libc(void)
{
    if (in_fork)
        return;
    fork_begin_anew();
    musl_after_fork();
    atfork_child();
}

PTHIN_EXPORT pid_t fork(void)
{
    /* The program's signal handlers may fork, too, and must not find themselves in a child that still
       waits for what other threads were doing in the parent. */
    ksigset block = KSIG_ALL & ~HOST_OPEN_SIGNALS, mask;
    atfork_prepare();
    sys_sigprocmask(KSIG_BLOCK, &block, &mask);
    uint32_t number = creators_stop();
    in_fork = true;
    pid_t pid = musl_own()->fork();
    int err = errno;
    in_fork = false;
    if (pid == 0) {
        fork_begin_anew();
        musl_after_fork();
    } else {
        creators_go(number);
    }
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
    if (pid == 0)
        atfork_child();
    else
        atfork_parent();
    errno = err;
    return pid;
}

/* What musl_after_fork does not know of. */
void fork_begin_anew(void)
{
    start_after_fork();
    stats_after_fork();
    load_after_fork();
    redirect_after_fork();
    cancel_after_fork();
    notify_after_fork();
    /* The kernel has forgotten the list of robust mutexes, which was registered for the parent's
       thread (robust.c). Where the list is musl's, musl's fork does the same. */
    thread_self()->robust.next = NULL;
}

void fork_prepare(void)
{
    musl_own()->atfork(libc_forks, libc_has_forked, child_of_libc);
}
