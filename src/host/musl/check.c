/* SPDX-License-Identifier: MIT */
/*
 * Is this the musl that layout.h describes? The calling thread, as musl has filled it in, must read
 * as expected. What the program may have changed by then (a thread's locale, a robust mutex that it
 * holds, a cancellation of itself) is not looked at.
 */
#include <errno.h>

#include "musl.h"

#define MUSL_DETACH_STATE_JOINABLE 2

bool musl_thread_fits(const struct musl_thread *m)
{
    return m->self == m && &m->errno_value == &errno && m->tid &&
           m->detach_state == MUSL_DETACH_STATE_JOINABLE && m->robust.next && m->locale;
}
