/* SPDX-License-Identifier: MIT */
/* C11's <threads.h>: its objects are those of pthreads under another name. */
#ifndef PTHIN_PTHREAD_C11_H
#define PTHIN_PTHREAD_C11_H

#include <errno.h>
#include <pthread.h>
#include <threads.h>

#include "core/base.h"

/* What C11 calls an errno value. */
static inline int c11_result(int err)
{
    switch (err) {
    case 0:
        return thrd_success;
    case EBUSY:
        return thrd_busy;
    case ETIMEDOUT:
        return thrd_timedout;
    case ENOMEM:
        return thrd_nomem;
    default:
        return thrd_error;
    }
}

#endif
