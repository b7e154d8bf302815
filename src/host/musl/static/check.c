/* SPDX-License-Identifier: MIT */
/*
 * Before the first thread is created, musl's start-up code must have left the initial thread and
 * the process as layout.h says.
 */
#include <linux/auxvec.h>
#include "check.h"
#include "musl.h"

static bool process_fits(void)
{
    size_t align = musl_libc->tls_align;
    return musl_libc->can_do_threads == 1 && musl_libc->threaded == 0 &&
           musl_libc->need_locks == 0 && musl_libc->threads_minus_1 == 0 &&
           musl_libc->tls_size >= sizeof(struct musl_thread) && align >= sizeof(void *) &&
           (align & (align - 1)) == 0 && musl_libc->auxv &&
           musl_libc->page_size == host_auxval(AT_PAGESZ);
}

void musl_check(void)
{
    static const char message[] =
        "pthin: this musl's threads are unknown; link the program with musl 1.2.2 or later\n";
    const struct musl_thread *self = musl_self();
    if (musl_thread_fits(self) && self->next == self && self->prev == self && process_fits())
        return;
    sys_write(2, message, sizeof message - 1);
    sys_exit_process(127);
}
