/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_PTHREAD_CREATE_H
#define PTHIN_PTHREAD_CREATE_H

#include <pthread.h>

#include "core/thread.h"

/* What pthread_create and thrd_create are made of. call: how
   start is called, NULL for a function as POSIX has it. */
int create_thread(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *), void *arg,
                  start_call *call);

/* The same without attributes, once pthread_setattr_default_np has been called, which sets this
   pointer. */
typedef int create_by_defaults(pthread_t *thread, void *(*start)(void *), void *arg,
                               start_call *call);
extern PTHIN_HIDDEN create_by_defaults *_Atomic create_by_defaults_late;

#endif
