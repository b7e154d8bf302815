/* SPDX-License-Identifier: MIT */
#include "cleanup.h"

#include "cancel.h"
#include "host/host.h"

_Noreturn void thread_unwind(struct thread *t)
{
    /* A handler may itself call pthread_exit: it goes on with the handlers that are left. */
    host_exit_begin(t);
    while (t->cleanup) {
        struct cleanup *c = t->cleanup;
        t->cleanup = c->next;
        c->run(c->arg);
    }
    thread_exit(t->result);
}
