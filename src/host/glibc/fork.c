/* SPDX-License-Identifier: MIT */
/*
 * The child of a fork. Nothing is locked before the fork, so locks may be held and lists half
 * changed by threads that are not there any more; everything is made anew instead.
 *
 * The program's own handlers may create threads in the child, and ours must have been called before
 * them. glibc calls first what was registered first, and a library may register its handlers before
 * our constructor runs. So we stand before glibc's __register_atfork, which pthread_atfork calls:
 * whoever comes first has our handlers registered before its own. Where the library was loaded into
 * a process that had handlers already, those come before ours; then whoever creates a thread there
 * sees that the fork is not over, and that its tid is another (fork_catch_up).
 */
#include "fork.h"

#include "area.h"
#include "host/dynamic/redirect.h"
#include "host/dynamic/start.h"
#include "host/dynamic/stats.h"
#include "host/host.h"
#include "symbols.h"
#include "thread_list.h"

/* fork_catch_up has done our handler's work. */
static _Thread_local bool caught_up;

static void begin_anew(void)
{
    struct thread *t = thread_self();
    bool ours = t->kind == THREAD_ENGINE;
    thread_after_fork();
    start_after_fork();
    stats_after_fork();
    area_after_fork();
    redirect_after_fork();
    threads_after_fork(t, ours, ours || t->foreign_keys);
    t->robust.next = NULL; /* not registered for the child (robust.c) */
    if (!ours)
        return;
    area_of(handle_of(t))->generation =
        atomic_load_explicit(&fork_generation, memory_order_relaxed);
    /* fork has the kernel clear the tid. */
    if (glibc_facts.exit_word != glibc_own.tid)
        sys_set_tid_address(host_exit_word(t));
}

static void catch_up(void)
{
    /* glibc has given the child's only thread its new tid. */
    if (fork_begun == host_self_tid())
        return;
    fork_begun = 0;
    caught_up = true;
    begin_anew();
}

static void prepare(void)
{
    /* relaxed: see fork_catch_up */
    atomic_store_explicit(&fork_catch_up_late, catch_up, memory_order_relaxed);
    fork_begun = host_self_tid();
}

static void parent(void)
{
    fork_begun = 0;
}

static void child(void)
{
    bool done = caught_up;
    fork_begun = 0;
    caught_up = false;
    if (!done)
        begin_anew();
}

void fork_prepare(void)
{
    /* relaxed: a second caller does not wait for the first, whose fork might take the word along as
       it is. If its handlers come before ours in that moment, there is still fork_catch_up. */
    static _Atomic uint32_t registered WRITTEN_EARLY; /* a word: not all exchange less */
    if (atomic_exchange_explicit(&registered, 1, memory_order_relaxed))
        return;
    /* As no library's: glibc would forget those of a library that has run its destructors, and
       the program may fork after that. */
    if (glibc_first()->register_atfork(prepare, parent, child, NULL) != 0)
        atomic_store_explicit(&registered, 0, memory_order_relaxed);
}

/* In no header: the part of pthread_atfork that is linked into each program and library. */
int __register_atfork(void (*before)(void), void (*in_parent)(void), void (*in_child)(void),
                      void *library);

PTHIN_EXPORT int __register_atfork(void (*before)(void), void (*in_parent)(void),
                                   void (*in_child)(void), void *library)
{
    fork_prepare();
    return glibc_first()->register_atfork(before, in_parent, in_child, library);
}
