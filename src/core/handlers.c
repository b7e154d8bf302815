/* SPDX-License-Identifier: MIT */
#include "handlers.h"

#include "host/host.h"

/* A little less than a page; the kernel rounds it up. */
#define PAGE_ROOM 250

struct handler_page {
    struct handler_page *older;
    size_t count;
    struct handler handlers[PAGE_ROOM];
};

bool handlers_push(struct handlers *handlers, void (*run)(void *), void *arg)
{
    struct handler handler = {run, arg};
    struct handler_page *page = handlers->newest;
    if (!page && handlers->count < handlers->room) {
        handlers->first[handlers->count++] = handler;
        return true;
    }
    if (!page || page->count == PAGE_ROOM) {
        page = sys_map(sizeof *page, false);
        if (!page)
            return false;
        host_root_add(page->handlers, sizeof page->handlers);
        page->older = handlers->newest;
        handlers->newest = page;
    }
    page->handlers[page->count++] = handler;
    return true;
}

bool handlers_pop(struct handlers *handlers, struct handler *handler)
{
    struct handler_page *page = handlers->newest;
    if (page) {
        *handler = page->handlers[--page->count];
        if (page->count == 0) {
            handlers->newest = page->older;
            host_root_remove(page->handlers, sizeof page->handlers);
            sys_unmap(page, sizeof *page);
        }
        return true;
    }
    if (handlers->count == 0)
        return false;
    *handler = handlers->first[--handlers->count];
    return true;
}
