/* SPDX-License-Identifier: MIT */
/* The memory of threads: mappings with a guard, and the cache of blocks of ended threads. */
#ifndef PTHIN_CORE_STACK_H
#define PTHIN_CORE_STACK_H

#include "host/host.h"
#include "thread.h"

/*
 * Says what a mapping for a thread has to measure. From low to high it holds: the guard; for small
 * stacks room for a signal frame; the stack, of size bytes; and above bytes for the host (TLS and
 * TCB). The mapping is made of whole pages. What that rounding gains goes to the stack if it is a
 * small one, and else lies unused above it. 0, or EINVAL: more than there are addresses.
 */
int stack_measure(struct stack *s, size_t size, size_t guard, size_t above);

/* Bytes of stack that the kernel may need to call a signal handler. It saves all registers there,
   and on some processors these are more than the smallest stack (PTHREAD_STACK_MIN) holds. */
size_t stack_signal_frame(void);

/* Maps what was measured, with its guard. 0 or EAGAIN. */
int stack_map(struct stack *s);
void stack_unmap(const struct stack *s);
/* To be called by a thread before it unmaps the stack that it runs on, which stack_unmap cannot
   do. */
void stack_will_unmap(void);

/* The default size of a stack where the limit of the initial thread's is that (RLIMIT_STACK). */
size_t stack_size_of_limit(uint64_t limit);

/* A block for a new thread: a stack as attr asks for, new TLS, and a struct thread that is zero but
   for kind and stack. 0 or an errno value. */
int block_get(struct thread **out, const struct thread_attr *attr);

#if HOST_RING
/* In the child of a fork. The threads from first on, along the ring up to end, were the parent's and
   do not exist here, but for the caller. Their stacks are given back when the next block is asked for: not
   now, because fork handlers of the program may yet look at what it keeps on these stacks. */
void blocks_vanished(struct thread *first, const struct thread *end);
/* Gives them back; called by block_get. NULL if there are none: a static program that does not fork
   does not contain it. */
extern PTHIN_HIDDEN void (*blocks_reclaim)(void);
#endif

/* Gives back the block of a thread that is gone (its tid word is 0) or never started. */
void block_put(struct thread *t);

/*
 * Gives back the block of the calling thread, which is detached and ends, and ends it. If the block
 * goes into the cache, nobody takes it before the kernel has cleared the tid word. If not, the
 * thread unmaps the stack that it runs on. Signals are blocked.
 */
_Noreturn void block_put_self(struct thread *t);

/* ---- The cache ---- */

/* Takes a block whose stack measures the same and whose thread is gone. NULL if there is none. */
struct thread *cache_take(const struct stack *measures);

/* Puts t's block into the cache. t may still be on its way out. False: it is not kept, because the
   stack is the program's, or too large, or because the cache is full of blocks of the same
   measures. */
bool cache_give(struct thread *t);

/* Unmaps all that is not in use. True if anything was. */
bool cache_drain(void);

/* In the child of a fork: threads that were on their way out in the parent count as gone. */
void cache_after_fork(void);

/* Unmaps t's memory; t's thread is gone. */
void block_unmap(struct thread *t);

/* Such memory is about to go: from now on block_is_unmapped asks the kernel. */
void block_note_unmapped(void);

#endif
