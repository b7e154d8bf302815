/* SPDX-License-Identifier: MIT */
/* The end of threads that are the libc's own: one key of the libc's has it call us. */
#ifndef PTHIN_HOST_DYNAMIC_FOREIGN_KEYS_H
#define PTHIN_HOST_DYNAMIC_FOREIGN_KEYS_H

#include <pthread.h>

struct thread;

/* From now on end(t) is called when the calling thread ends; it is the same function always. 0, or what
   key_create or setspecific of the libc returned. */
int foreign_hook(struct thread *t, void (*end)(void *));

/* The first and the last thing that it is to do: to run the exit functions and destructors, and to give
   back what is left. In between t leaves the lists of threads, and its values are forgotten. */
void foreign_run_ends(struct thread *t);
void foreign_free(struct thread *t);

/* ---- The host's: the libc's own functions ---- */

int libc_key_create(pthread_key_t *key, void (*destructor)(void *));
int libc_setspecific(pthread_key_t key, const void *value);

#endif
