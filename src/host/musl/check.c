/* SPDX-License-Identifier: MIT */
/*
 * Is this the musl that layout.h describes? The calling thread and the process, as musl has filled them
 * in, must read as expected. What the program may have changed by then (a thread's locale, a robust mutex
 * that it holds, a cancellation of itself, the number of threads) is not looked at.
 */
#include <errno.h>

#include <linux/auxvec.h>
#include "musl.h"

#define MUSL_DETACH_STATE_JOINABLE 2

bool musl_thread_fits(const struct musl_thread *m)
{
    return m->self == m && &m->errno_value == &errno && m->tid &&
           m->detach_state == MUSL_DETACH_STATE_JOINABLE && m->robust.next && m->locale;
}

bool musl_process_fits(const struct musl_process *l)
{
    size_t align = l->tls_align;
    return l->can_do_threads == 1 && l->tls_size >= sizeof(struct musl_thread) &&
           align >= sizeof(void *) && (align & (align - 1)) == 0 && l->auxv &&
           l->page_size == host_auxval(AT_PAGESZ);
}
