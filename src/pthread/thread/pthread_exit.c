/* SPDX-License-Identifier: MIT */
#include <pthread.h>

#include "core/engine.h"

PTHIN_EXPORT _Noreturn void pthread_exit(void *result)
{
    struct thread *t = thread_self();
    t->result = result;
    t->exit_called = true;
    host_thread_unwind(t);
}
