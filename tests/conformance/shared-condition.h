/* SPDX-License-Identifier: MIT */
/* For the tests of condition variables between processes, as one process sees them. */
#ifndef SHARED_CONDITION_H
#define SHARED_CONDITION_H

#include "conditions.h"

static inline void share_condition(void)
{
    pthread_condattr_t attr;

    CHECK_EQ(pthread_condattr_init(&attr), 0);
    CHECK_EQ(pthread_condattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_cond_init(&cond, &attr), 0);
    CHECK_EQ(pthread_condattr_destroy(&attr), 0);
}

#endif
