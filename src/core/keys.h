/* SPDX-License-Identifier: MIT */
/*
 * Thread-specific data. Each thread keeps its values in its block, so reading one is a load;
 * deleting a key therefore clears its value in every thread.
 */
#ifndef PTHIN_CORE_KEYS_H
#define PTHIN_CORE_KEYS_H

#include "thread.h"

/* 0, or EAGAIN when all keys are in use. destructor may be NULL. */
int keys_create(unsigned *key, void (*destructor)(void *));
/* 0, or EINVAL: no such key. No destructor runs. */
int keys_delete(unsigned key);
void *keys_get_high(unsigned key);
int keys_set_any(unsigned key, void *value);

static inline void *keys_get(unsigned key)
{
    /* A relaxed atomic load is what is meant, as besides the thread itself only keys_delete writes
       here. But for an atomic load gcc makes three more instructions, which take a quarter more
       time. */
    if (likely(key < KEY_VALUES_INLINE))
        return *(void *volatile *)&thread_self()->values[key];
    return keys_get_high(key);
}

/* 0; EINVAL: no such key; ENOMEM. */
static inline int keys_set(unsigned key, void *value)
{
    if (likely(key < KEY_VALUES_INLINE)) {
        void *volatile *slot = (void *volatile *)&thread_self()->values[key]; /* as in keys_get */
        /* A slot that has a value belongs to a key that exists: that need not be looked up. */
        if (likely(*slot != NULL)) {
            *slot = value;
            return 0;
        }
    }
    return keys_set_any(key, value);
}

/* What has to be done about keys at other times than when they are used. */
struct keys_ends {
    /* Calls the destructors of the values of t, which is the caller. Destructors may set values
       again: so there are up to four rounds. */
    void (*run_destructors)(struct thread *t);
    /* Gives back the memory for t's values. The caller knows that no other thread can reach t by
       now. */
    void (*free)(struct thread *t);
    /* In the child of a fork: finishes what threads that are gone had begun, the deleting of
       keys. */
    void (*after_fork)(void);
};

/* NULL until the first key is created: so a static program that uses no keys does not contain these
   functions. It is not NULL in a thread with keys_used set. */
extern PTHIN_HIDDEN const struct keys_ends *_Atomic keys_ends;

static inline const struct keys_ends *keys_ends_now(void)
{
    /* relaxed: constant, and whoever has a key got it from its creator */
    return atomic_load_explicit(&keys_ends, memory_order_relaxed);
}

/* Forgets the values of t, a thread that the libc made and whose key destructors have run. It may
   go on for a while, but keys_delete will not reach it any more. A value left behind would make
   keys_set take a key that was deleted for one that is in use. */
void keys_forget(struct thread *t);

#endif
