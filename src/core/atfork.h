/* SPDX-License-Identifier: MIT */
/*
 * The handlers of pthread_atfork, for hosts whose libc leaves them to the engine. The host's fork
 * calls atfork_prepare before it forks, and afterwards atfork_parent in the parent and atfork_child
 * in the child.
 */
#ifndef PTHIN_CORE_ATFORK_H
#define PTHIN_CORE_ATFORK_H

#include "base.h"

/* Registers handlers, each of which may be NULL. 0 or ENOMEM. */
int atfork_add(void (*prepare)(void), void (*parent)(void), void (*child)(void));

/* Runs the prepare handlers, the one registered last first. */
void atfork_prepare(void);

/* Run the other handlers, the one registered first first. They run only what was registered before
   this thread's last atfork_prepare: a handler that another one registered meanwhile has not been
   prepared. */
void atfork_parent(void);
void atfork_child(void);

#endif
