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
    /* As a relaxed load, which is enough: only key_delete writes here besides the thread itself.
       But of an atomic load gcc makes three more instructions, and a quarter more time. */
    if (likely(key < KEY_VALUES_INLINE))
        return *(void *volatile *)&thread_self()->values[key];
    return keys_get_high(key);
}

/* 0; EINVAL: no such key; ENOMEM. */
static inline int keys_set(unsigned key, void *value)
{
    if (likely(key < KEY_VALUES_INLINE)) {
        void *volatile *slot = (void *volatile *)&thread_self()->values[key]; /* as in keys_get */
        /* Where there is a value, there is the key. */
        if (likely(*slot != NULL)) {
            *slot = value;
            return 0;
        }
    }
    return keys_set_any(key, value);
}

/* Calls the destructors of t's (the caller's) values, in up to four rounds. */
void keys_run_destructors(struct thread *t);

/* In the child of a fork: a thread that was deleting a key is gone. */
void keys_after_fork(void);

/* t, no engine's thread, ends and may go on: its values are forgotten while keys_delete can still
   reach them. */
void keys_forget(struct thread *t);

/* Gives back what t's values took. No other thread can reach t by now. */
void keys_free(struct thread *t);

#endif
