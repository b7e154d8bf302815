/* SPDX-License-Identifier: MIT */
/*
 * The two functions of libgcc_s that compiled code names where frames with something to clean up
 * may be unwound: ours, hidden, call those. Linked to, the library would be loaded with every
 * program, which takes 0.13 ms of the 0.8 that one takes to start; glibc, too, loads it when a
 * thread first calls pthread_exit or is cancelled.
 */
#include "unwind.h"

#include <dlfcn.h>
#include <stdint.h>

#include "host/host.h"

/* As in gcc's <unwind.h>, which would have them exported. */
struct exception;
struct context;
typedef int personality(int version, int actions, uint64_t class, struct exception *e,
                        struct context *c);
typedef void resume(struct exception *e);

personality __gcc_personality_v0;
_Noreturn resume _Unwind_Resume;

static personality *_Atomic real_personality;
static resume *_Atomic real_resume;

static void *find(void *library, const char *name)
{
    void *f = dlsym(library, name);
    if (!f)
        fatal("libgcc_s.so.1, which unwinds threads, lacks what it should have");
    return f;
}

/* Nothing is lost if two threads do this at a time. */
static void load(void)
{
    void *library = dlopen("libgcc_s.so.1", RTLD_NOW);
    if (!library)
        fatal("libgcc_s.so.1 must be installed for pthread_exit and pthread_cancel to work");
    /* release, both: pair with the loads of those who call, and find the library ready */
    atomic_store_explicit(&real_personality, find(library, "__gcc_personality_v0"),
                          memory_order_release);
    atomic_store_explicit(&real_resume, find(library, "_Unwind_Resume"), memory_order_release);
}

void unwind_prepare(void)
{
    /* acquire: pairs with load's last store */
    if (unlikely(!atomic_load_explicit(&real_resume, memory_order_acquire)))
        load();
}

int __gcc_personality_v0(int version, int actions, uint64_t class, struct exception *e,
                         struct context *c)
{
    unwind_prepare(); /* an exception comes without notice */
    return atomic_load_explicit(&real_personality, memory_order_relaxed)(version, actions, class, e,
                                                                         c);
}

void _Unwind_Resume(struct exception *e)
{
    /* relaxed: the personality of this frame was here before */
    atomic_load_explicit(&real_resume, memory_order_relaxed)(e);
    __builtin_unreachable();
}
