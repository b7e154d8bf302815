/* SPDX-License-Identifier: MIT */
/* What pthread_cleanup_push and _pop call, where the header links handlers into a list. */
#include <pthread.h>

#include "core/cleanup.h"

_Static_assert(sizeof(struct __ptcb) == sizeof(struct cleanup), "one layout");
_Static_assert(offsetof(struct __ptcb, __x) == offsetof(struct cleanup, arg), "one layout");
_Static_assert(offsetof(struct __ptcb, __next) == offsetof(struct cleanup, next), "one layout");

PTHIN_EXPORT void _pthread_cleanup_push(struct __ptcb *handler, void (*run)(void *), void *arg)
{
    struct cleanup *c = (struct cleanup *)handler;
    struct thread *t = thread_self();
    c->run = run;
    c->arg = arg;
    c->next = t->cleanup;
    t->cleanup = c;
}

PTHIN_EXPORT void _pthread_cleanup_pop(struct __ptcb *handler, int execute)
{
    struct cleanup *c = (struct cleanup *)handler;
    thread_self()->cleanup = c->next;
    if (execute)
        c->run(c->arg);
}
