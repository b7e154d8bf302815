/* SPDX-License-Identifier: MIT */
/*
 * The handlers of pthread_atfork, for hosts whose fork leaves them to the engine. The host's
 * fork calls prepare before, and parent or child after.
 */
#ifndef PTHIN_CORE_ATFORK_H
#define PTHIN_CORE_ATFORK_H

#include "base.h"

/* Registers handlers, each of which may be NULL. 0 or ENOMEM. */
int atfork_add(void (*prepare)(void), void (*parent)(void), void (*child)(void));

/* Runs the prepare handlers, the one registered last first. */
void atfork_prepare(void);

/* Run the others, the one registered first first: those, and only those, whose prepare handlers
   atfork_prepare has called in this thread. Handlers may register handlers. */
void atfork_parent(void);
void atfork_child(void);

#endif
