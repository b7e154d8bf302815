/* SPDX-License-Identifier: MIT */
/* The end of threads that are the libc's own: one key of the libc's has it call us. */
#ifndef PTHIN_HOST_DYNAMIC_FOREIGN_KEYS_H
#define PTHIN_HOST_DYNAMIC_FOREIGN_KEYS_H

#include <pthread.h>

struct thread;

/* From now on foreign_end(t) is called when the calling thread ends. 0, or what key_create or
   setspecific of the libc returned. */
int foreign_hook(struct thread *t);

/* ---- The host's ---- */

/* Destructors and exit functions have run: t leaves the lists of threads, and its values are
   forgotten. */
void foreign_end(struct thread *t);

/* The libc's own functions. */
int libc_key_create(pthread_key_t *key, void (*destructor)(void *));
int libc_setspecific(pthread_key_t key, const void *value);

#endif
