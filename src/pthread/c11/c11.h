/* SPDX-License-Identifier: MIT */
/* C11's <threads.h>: its objects are those of pthreads under another name. */
#ifndef PTHIN_PTHREAD_C11_H
#define PTHIN_PTHREAD_C11_H

#include <pthread.h>
#include <threads.h>

#include "core/base.h"

/* What C11 calls an errno value. */
int c11_result(int err);

#endif
