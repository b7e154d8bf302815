/* SPDX-License-Identifier: MIT */
/* By itself, so that a small program that calls pthread_once does not bring cancellation along. */
#include "cancel.h"
#include "cleanup.h"

void cancel_guard(void (*run)(void), void (*undo)(void *), void *arg)
{
    struct thread *t = thread_self();
    struct cleanup c = {.run = undo, .arg = arg, .next = t->cleanup};
    t->cleanup = &c;
    run();
    thread_self()->cleanup = c.next;
}
