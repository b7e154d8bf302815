/* SPDX-License-Identifier: MIT */
#include "musl.h"

void musl_after_fork(void)
{
    musl_adopt_tid();
    thread_after_fork();
    musl_blocks_after_fork();
}
