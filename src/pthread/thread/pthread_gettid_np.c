/* SPDX-License-Identifier: MIT */
#include "target.h"

/* -1: the thread has ended. */
PTHIN_EXPORT pid_t pthread_gettid_np(pthread_t thread)
{
    struct target target;
    if (target_get(&target, thread) != 0)
        return -1;
    target_done(&target);
    return target.tid;
}
