/* SPDX-License-Identifier: MIT */
/* By itself: a program whose threads only return does not need it. */
#include "core/cleanup.h"
#include "host/host.h"

_Noreturn void host_thread_unwind(struct thread *t)
{
    thread_unwind(t);
}
