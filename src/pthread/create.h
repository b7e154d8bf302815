/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_PTHREAD_CREATE_H
#define PTHIN_PTHREAD_CREATE_H

#include <pthread.h>
#include <stdbool.h>

/* pthread_create, also for C11: returns_int says that start really returns an int. */
int create_thread(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *), void *arg,
                  bool returns_int);

#endif
