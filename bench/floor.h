/* SPDX-License-Identifier: MIT */
/*
 * The floor under create and join: what the kernel needs to make a thread and to tell that it has
 * ended, and nothing else. No attributes, no thread-local storage, no keys, no cancellation, stacks
 * that are never given back. A benchmark that is compiled with BENCH_FLOOR calls these.
 */
#ifndef FLOOR_H
#define FLOOR_H

#include <pthread.h>

/* attr: NULL to make a thread that is to be joined; anything else, one that is not. */
int floor_create(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *), void *arg);
int floor_join(pthread_t thread, void **result);

#define pthread_create floor_create
#define pthread_join   floor_join

#endif
