/* SPDX-License-Identifier: MIT */
/*
 * Values of glibc's own keys in the engine's threads. Code that does not reach our functions sets
 * them, in the descriptor: a program that loads this library late, say.
 */
#ifndef PTHIN_GLIBC_LIBC_KEYS_H
#define PTHIN_GLIBC_LIBC_KEYS_H

#include "core/base.h"

struct thread;

/* NULL, or what is not as expected. handle: the caller's, a thread of glibc's. */
const char *libc_keys_check(uintptr_t handle);

/* t, the caller, ends: runs the destructors of glibc's keys, and of ours if those set values. */
void libc_keys_end(struct thread *t);

#endif
