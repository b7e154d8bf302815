/* SPDX-License-Identifier: MIT */
/* Apart from what acts upon a cancellation. */
#include "cancel.h"

bool cancel_is_enabled(void)
{
    return atomic_load_explicit(&thread_self()->cancel_state, memory_order_relaxed) ==
           CANCEL_ENABLE;
}

void cancel_disable(void)
{
    /* relaxed: a canceller that does not see it yet sends a signal, which does nothing then */
    atomic_store_explicit(&thread_self()->cancel_state, CANCEL_DISABLE, memory_order_relaxed);
}
