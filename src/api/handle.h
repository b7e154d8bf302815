/* SPDX-License-Identifier: MIT */
/* A pthin_thread * is the host's handle of a thread, as a pthread_t is. */
#ifndef PTHIN_API_HANDLE_H
#define PTHIN_API_HANDLE_H

#include <pthin/thread.h>

#include "core/engine.h"

static inline struct thread *thread_behind(pthin_thread *thread)
{
    return thread_of((uintptr_t)thread);
}

#endif
