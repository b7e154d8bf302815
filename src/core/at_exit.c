/* SPDX-License-Identifier: MIT */
#include "at_exit.h"

#include <asm/errno.h>

#include "handlers.h"
#include "host/host.h"

#define HANDLERS_INLINE 8

/* Apart from struct thread: few programs use it, and --gc-sections takes it out of the others. */
static _Thread_local struct handlers handlers;
static _Thread_local struct handler first[HANDLERS_INLINE];

static void run_all(void *unused)
{
    struct handler handler;
    (void)unused;
    /* One may register more: they are the next. */
    while (handlers_pop(&handlers, &handler))
        handler.run(handler.arg);
}

int __pthin_at_exit_add(void (*run)(void *), void *arg)
{
    struct thread *t = thread_self();
    if (!t->run_at_exit) {
        if (!host_at_exit(run_all))
            return ENOMEM;
        handlers.first = first;
        handlers.room = HANDLERS_INLINE;
        t->run_at_exit = run_all;
    }
    return handlers_push(&handlers, run, arg) ? 0 : ENOMEM;
}
