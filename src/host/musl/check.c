/* SPDX-License-Identifier: MIT */
/*
 * Is this the musl that layout.h describes? The initial thread and the process, as musl's
 * start-up code has filled them in, must read as expected when the first thread is to be created.
 * What the program may have changed by then (a thread's locale, a robust mutex that it holds, a
 * cancellation of itself) is not looked at.
 */
#include <errno.h>

#include <linux/auxvec.h>
#include "musl.h"

#define MUSL_DETACH_STATE_JOINABLE 2

static bool thread_fits(const struct musl_thread *m)
{
    return m->self == m && m->next == m && m->prev == m && &m->errno_value == &errno && m->tid &&
           m->detach_state == MUSL_DETACH_STATE_JOINABLE && m->robust.next && m->locale;
}

static bool process_fits(void)
{
    size_t align = __libc.tls_align;
    return __libc.can_do_threads == 1 && __libc.threaded == 0 && __libc.need_locks == 0 &&
           __libc.threads_minus_1 == 0 && __libc.tls_size >= sizeof(struct musl_thread) &&
           align >= sizeof(void *) && (align & (align - 1)) == 0 && __libc.auxv &&
           __libc.page_size == host_auxval(AT_PAGESZ);
}

void musl_check(void)
{
    static const char message[] =
        "pthin: this musl's threads are unknown; link the program with musl 1.2.2 or later\n";
    if (thread_fits(musl_self()) && process_fits())
        return;
    sys_write(2, message, sizeof message - 1);
    sys_exit_process(127);
}
