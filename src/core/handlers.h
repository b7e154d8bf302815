/* SPDX-License-Identifier: MIT */
/* A stack of functions to call at the end of a thread or of the program: the newest is called
   first. There is no lock in it: the caller sees to it that one thread at a time uses it. */
#ifndef PTHIN_CORE_HANDLERS_H
#define PTHIN_CORE_HANDLERS_H

#include "base.h"

struct handler {
    void (*run)(void *);
    void *arg;
};

struct handler_page;

/* The first ones are kept in an array of the caller's, which fills in first and room. All else is 0
   at first. */
struct handlers {
    struct handler *first;
    size_t room, count;          /* of first */
    struct handler_page *newest; /* mapped when there is no more room, or NULL */
};

/* False: no memory. */
bool handlers_push(struct handlers *handlers, void (*run)(void *), void *arg);

/* Takes the newest off. False: there is none. */
bool handlers_pop(struct handlers *handlers, struct handler *handler);

#endif
