/* SPDX-License-Identifier: MIT */
/*
 * Before the first thread is created, musl's start-up code must have left the initial thread and
 * the process as layout.h says.
 */
#include "check.h"

#include "musl.h"

static bool there_is_one_thread(const struct musl_thread *self)
{
    return self->next == self && self->prev == self && musl_libc->threaded == 0 &&
           musl_libc->need_locks == 0 && musl_libc->threads_minus_1 == 0;
}

void musl_check(void)
{
    static const char message[] =
        "pthin: this musl's threads are unknown; link the program with musl 1.2.2 or later\n";
    const struct musl_thread *self = musl_self();
    if (musl_thread_fits(self) && musl_process_fits(musl_libc) && there_is_one_thread(self))
        return;
    sys_write(2, message, sizeof message - 1);
    sys_exit_process(127);
}
