/* SPDX-License-Identifier: MIT */
/* The life of a thread, as far as it differs from that in a static program: musl unwinds it. */
#include <pthread.h>
#include <stdio.h>

#include "core/cleanup.h"
#include "host/dynamic/stats.h"
#include "musl.h"
#include "own.h"

/* Stands for no thread. */
static struct thread ring = {.prev = &ring, .next = &ring};

struct thread *musl_ring_place(void)
{
    return &ring;
}

/* Messages of dlerror that ended threads left, for others to use the memory: only musl could free it,
   which it does when the next thread has an error. The first word of each leads to the next. */
static void *messages;

static void leave_message(struct musl_thread *m)
{
    void **message = (void **)m->dlerror;
    if (message && message != (void *)-1) {
        *message = messages;
        messages = message;
    }
    m->dlerror = NULL;
}

void musl_thread_cleanup(struct musl_thread *m)
{
    /* Streams that the thread has locked stay as they are with musl: nobody owns them. */
    for (struct musl_file *f = m->file_locks; f; f = f->next_locked)
        f->lock = MUSL_FILE_ORPHAN;
    leave_message(m);
}

static void take_message(struct musl_thread *m)
{
    void **message = messages;
    if (!message)
        return;
    messages = *message;
    m->dlerror = (char *)message;
}

void musl_before_clone(struct musl_thread *m)
{
    take_message(m);
    musl_ring_unlock();
}

void musl_after_clone(void)
{
    /* Who has to know is told by host_create_end (load.c). */
}

void musl_count_thread(void)
{
    stats_count();
}

void host_tcb_release(struct thread *t)
{
    (void)t; /* TLS and TCB are part of the block's mapping */
}

void host_tcb_fini(struct thread *t)
{
    musl_ring_lock();
    leave_message(musl_of(t)); /* of musl_before_clone */
    musl_ring_unlock();
}

/*
 * musl's pthread_exit, which also those come to whom musl has cancelled, calls all cleanup handlers
 * and then ends the thread in its own way. So the handler that is called last is ours, and does not
 * return. It stays: a destructor may call pthread_exit once more.
 */
struct last {
    struct cleanup handler;
    thread_end end;
};

static void ended(void *arg)
{
    struct last *last = arg;
    struct musl_thread *m = musl_self();
    m->cleanup = &last->handler;
    last->end(m->result);
}

_Noreturn void host_thread_run(struct thread *t, thread_end end)
{
    struct last last = {{ended, &last, NULL}, end};
    musl_of(t)->cleanup = &last.handler;
    end(thread_call_start(t));
}

_Noreturn void host_thread_unwind(struct thread *t)
{
    musl_own()->exit(t->result);
}

void host_exit_begin(struct thread *t)
{
    struct musl_thread *m = musl_of(t);
    m->cancel_disabled = PTHREAD_CANCEL_DISABLE;
    m->cancel_async = 0;
}

void host_run_destructors(struct thread *t)
{
    (void)t; /* the C++ runtime keeps them behind a key */
}
