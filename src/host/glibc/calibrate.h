/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_CALIBRATE_H
#define PTHIN_GLIBC_CALIBRATE_H

#include <stdbool.h>

/*
 * Makes glibc multi-threaded, for good, and learns from one of its own threads what cannot be
 * looked up; checks all that the engine relies on. 0; EAGAIN: there was no memory or no thread
 * to be had; ENOSYS: something is not as we think, named in *error. The caller has all signals
 * but HOST_OPEN_SIGNALS blocked and cancellation disabled.
 */
int calibrate(const char **error);

/* Whether the caller is one of the threads that take part. */
bool calibrating(void);

#endif
