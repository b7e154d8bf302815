/* SPDX-License-Identifier: MIT */
/*
 * The steps of a thread's life, for those who watch. Each is a USDT probe of the provider pthin
 * (PTHIN_USDT: one nop in the code, and a note that says where the values are), and, in builds
 * with PTHIN_TRACE, a line on stderr for those who set PTHIN_TRACE=1 in the environment. The
 * values are what is at hand at that place: nothing is computed for a probe that nobody uses.
 *
 * thread is the address of the metadata block: the same in all steps of one thread's life.
 */
#ifndef PTHIN_CORE_TRACE_H
#define PTHIN_CORE_TRACE_H

#include "thread.h"

#if PTHIN_USDT
#    include <sys/sdt.h>
#else
#    define STAP_PROBE1(provider, step, a)          ((void)0)
#    define STAP_PROBE3(provider, step, a, b, c)    ((void)0)
#    define STAP_PROBE4(provider, step, a, b, c, d) ((void)0)
#endif

#if PTHIN_TRACE
/* The name of the step, then pairs of what precedes a value, "name=" or "name=0x", and the value,
   ended by NULL. */
void trace_line(const char *step, ...);
#    define TRACE_LINE(...) trace_line(__VA_ARGS__, (char *)NULL)
#else
#    define TRACE_LINE(...) ((void)0)
#endif

/* The caller has started a thread, which may even have ended by now. */
static inline void trace_launch(struct thread *t, long tid, size_t stack, size_t guard)
{
    (void)t, (void)tid, (void)stack, (void)guard;
    STAP_PROBE4(pthin, launch, t, tid, stack, guard);
    TRACE_LINE("launch", "thread=0x", (long)t, "tid=", tid, "stack=", (long)stack,
               "guard=", (long)guard);
}

/* The calling thread is about to run what it was made for. */
static inline void trace_entry(struct thread *t)
{
    (void)t;
    STAP_PROBE1(pthin, entry, t);
    TRACE_LINE("entry", "thread=0x", (long)t);
}

/* The calling thread has run all of the program's code. state: THREAD_DETACHED if it will free
   itself. */
static inline void trace_exit(struct thread *t, void *result, uint32_t state)
{
    (void)t, (void)result, (void)state;
    STAP_PROBE3(pthin, exit, t, result, state);
    TRACE_LINE("exit", "thread=0x", (long)t, "result=0x", (long)result,
               "detached=", (long)(state & THREAD_DETACHED));
}

static inline void trace_detach(struct thread *t)
{
    (void)t;
    STAP_PROBE1(pthin, detach, t);
    TRACE_LINE("detach", "thread=0x", (long)t);
}

/* The calling thread begins to wait for the thread's end. */
static inline void trace_join(struct thread *t)
{
    (void)t;
    STAP_PROBE1(pthin, join, t);
    TRACE_LINE("join", "thread=0x", (long)t);
}

/* The thread's block is given back: to the cache, or its memory to the kernel. */
static inline void trace_free(struct thread *t)
{
    (void)t;
    STAP_PROBE1(pthin, free, t);
    TRACE_LINE("free", "thread=0x", (long)t);
}

#endif
