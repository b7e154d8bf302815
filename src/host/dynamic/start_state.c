/* SPDX-License-Identifier: MIT */
#include "start.h"

#include "host/host.h"

_Atomic uint32_t start_state;

void start_after_fork(void)
{
    /* The thread that was checking is not in the child. */
    if (atomic_load_explicit(&start_state, memory_order_relaxed) == START_CHECKING)
        atomic_store_explicit(&start_state, START_UNKNOWN, memory_order_relaxed);
}

bool variable_is_set(const char *variable)
{
    const char *value = host_environment(variable);
    return value && *value && !(value[0] == '0' && !value[1]);
}
