/* SPDX-License-Identifier: MIT */
/* Apart from what acts upon a cancellation. */
#include "cancel.h"

bool cancel_is_enabled(void)
{
    return atomic_load_explicit(&thread_self()->cancel_state, memory_order_relaxed) !=
           CANCEL_DISABLE;
}
