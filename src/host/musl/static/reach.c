/* SPDX-License-Identifier: MIT */
/* Where musl's insides are symbols, and all threads are the engine's. */
#include "core/robust.h"
#include "musl.h"

_Atomic uint32_t musl_sleepers;

struct robust_head *host_robust_head(void)
{
    struct robust_head *head = &musl_self()->robust;
    if (!head->futex_offset)
        robust_register(head);
    return head;
}
