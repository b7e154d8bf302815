/* SPDX-License-Identifier: MIT */
#include <pthread.h>

#include "core/atfork.h"

PTHIN_EXPORT int pthread_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void))
{
    return atfork_add(prepare, parent, child);
}
