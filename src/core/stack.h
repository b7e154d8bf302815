/* SPDX-License-Identifier: MIT */
/* The memory of threads: mappings with a guard, and the cache of blocks of ended threads. */
#ifndef PTHIN_CORE_STACK_H
#define PTHIN_CORE_STACK_H

#include "host/host.h"
#include "thread.h"

/*
 * What a mapping for guard | room for a signal frame | stack of size bytes | above measures. Only
 * small stacks get such a room, and all that rounding the mapping up to pages gains: with others
 * it lies unused below what is above. 0, or EINVAL: more than there are addresses.
 */
int stack_measure(struct stack *s, size_t size, size_t guard, size_t above);

/* Bytes that the kernel may need to call a signal handler: it saves all registers, and there are
   processors with more of them than fit into the smallest stack. */
size_t stack_signal_frame(void);

/* Maps what was measured. 0 or EAGAIN. */
int stack_map(struct stack *s);
void stack_unmap(const struct stack *s);
/* The caller unmaps it by itself. */
void stack_will_unmap(void);

/* A block with a stack for attr, new TLS and zeroed metadata except for the stack. */
int block_get(struct thread **out, const struct thread_attr *attr);

#if HOST_RING
/* In the child of a fork: first and what follows it up to the caller are threads that the process
   had and this one has not. Their stacks are given back when the next one is made, for until then
   the program's fork handlers may look at what it keeps there. */
void blocks_vanished(struct thread *first);
#endif

/* Gives back the block of a thread that is gone (its tid word is 0) or never started. */
void block_put(struct thread *t);

/*
 * The calling thread, detached, ends: its block goes into the cache, where nobody touches it
 * until the kernel cleared the tid word, or is unmapped under its feet. Signals are blocked.
 */
_Noreturn void block_put_self(struct thread *t);

/* ---- The cache ---- */

/* Takes a block whose stack measures the same; its thread is gone. NULL if there is none. */
struct thread *cache_take(const struct stack *measures);

/* False: on a stack of the program's, or a large one, or the cache is full of its like. t may still
   be on its way out. */
bool cache_give(struct thread *t);

/* Unmaps all that is not in use. True if anything was. */
bool cache_drain(void);

/* In the child of a fork: the threads on their way out are gone. */
void cache_after_fork(void);

/* Unmaps t's memory; t's thread is gone. */
void block_unmap(struct thread *t);

/* t's metadata lay in memory that was given back to the kernel, and nothing else is there yet. */
bool block_is_unmapped(const struct thread *t);

#endif
