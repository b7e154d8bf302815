/* SPDX-License-Identifier: MIT */
/* Functions to call at an end, the newest first. The caller keeps threads apart. */
#ifndef PTHIN_CORE_HANDLERS_H
#define PTHIN_CORE_HANDLERS_H

#include "base.h"

struct handler {
    void (*run)(void *);
    void *arg;
};

struct handler_page;

/* Zero but for first and room: the first ones are kept where the caller says. */
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
