/* SPDX-License-Identifier: MIT */
#include "cond.h"
#include "core/wait.h"

void cond_wake(const _Atomic uint32_t *word, int count, uint32_t bits)
{
    wait_wake(word, count, FUTEX_THREADS, bits);
}
