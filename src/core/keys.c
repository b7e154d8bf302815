/* SPDX-License-Identifier: MIT */
#include "keys.h"

#include <asm/errno.h>
#include "host/host.h"

#define DESTRUCTOR_ROUNDS 4 /* PTHREAD_DESTRUCTOR_ITERATIONS */
#define HIGH_KEYS         (HOST_KEYS_MAX - KEY_VALUES_INLINE)
#define HIGH_BYTES        (HIGH_KEYS * sizeof(void *))

/*
 * One word per key: KEY_FREE; KEY_PLAIN: in use, no destructor; KEY_LEAVING: being deleted,
 * not to be given out before its values are cleared everywhere; else the destructor.
 */
#define KEY_FREE    ((uintptr_t)0)
#define KEY_PLAIN   ((uintptr_t)1)
#define KEY_LEAVING ((uintptr_t)2)

static _Atomic uintptr_t keys[HOST_KEYS_MAX];

/* Whether a thread may have a value of the key: set before the first one is, and cleared with the
   values. A key that never had any is deleted without a look at all threads. */
static atomic_bool valued[HOST_KEYS_MAX];

static bool in_use(unsigned key)
{
    if (key >= HOST_KEYS_MAX)
        return false;
    /* acquire: pairs with keys_create's exchange */
    uintptr_t k = atomic_load_explicit(&keys[key], memory_order_acquire);
    return k != KEY_FREE && k != KEY_LEAVING;
}

static void clear(struct thread *t, void *arg)
{
    unsigned key = *(unsigned *)arg;
    /* relaxed: a thread that uses the key now races with its deletion, which is its own fault;
       one that uses the next key of this number is ordered by keys_create. */
    if (key < KEY_VALUES_INLINE) {
        atomic_store_explicit(&t->values[key], NULL, memory_order_relaxed);
    } else {
        void *_Atomic *high = t->more_values;
        if (high)
            atomic_store_explicit(&high[key - KEY_VALUES_INLINE], NULL, memory_order_relaxed);
    }
}

int keys_delete(unsigned key)
{
    uintptr_t k;
    if (key >= HOST_KEYS_MAX)
        return EINVAL;
    k = atomic_load_explicit(&keys[key], memory_order_relaxed);
    do {
        if (k == KEY_FREE || k == KEY_LEAVING)
            return EINVAL;
    } while (!atomic_compare_exchange_weak_explicit(&keys[key], &k, KEY_LEAVING,
                                                    memory_order_relaxed, memory_order_relaxed));
    /* relaxed: a thread that sets a value now races with the deletion, which is its own fault; what was
       set before, the program has ordered before the deletion, and valued with it */
    if (atomic_load_explicit(&valued[key], memory_order_relaxed)) {
        host_each_thread(clear, &key);
        atomic_store_explicit(&valued[key], false, memory_order_relaxed);
    }
    /* release: pairs with keys_create */
    atomic_store_explicit(&keys[key], KEY_FREE, memory_order_release);
    return 0;
}

void *keys_get_high(unsigned key)
{
    void *_Atomic *high = thread_self()->more_values;
    if (!high || key >= HOST_KEYS_MAX)
        return NULL;
    return atomic_load_explicit(&high[key - KEY_VALUES_INLINE], memory_order_relaxed);
}

static int high_values_new(struct thread *t)
{
    /* Rounded up by the kernel; no malloc, which may itself use keys. */
    void *_Atomic *high = sys_map(HIGH_BYTES, false);
    if (!high)
        return ENOMEM;
    host_root_add((void *)high, HIGH_BYTES);
    ksigset mask;
    host_threads_lock(&mask); /* keys_delete may be looking */
    t->more_values = high;
    host_threads_unlock(&mask);
    return 0;
}

int keys_set_any(unsigned key, void *value)
{
    struct thread *t = thread_self();
    if (!in_use(key))
        return EINVAL;
    if (HOST_HAS_FOREIGN && t->kind == THREAD_FOREIGN && !t->foreign_keys && value) {
        int err = host_foreign_keys();
        if (err)
            return err;
        t->foreign_keys = true;
    }
    /* relaxed, both: see keys_delete. Most find it set, and leave the line to all. */
    if (value && !atomic_load_explicit(&valued[key], memory_order_relaxed))
        atomic_store_explicit(&valued[key], true, memory_order_relaxed);
    if (key < KEY_VALUES_INLINE) {
        atomic_store_explicit(&t->values[key], value, memory_order_relaxed);
    } else {
        if (!t->more_values && !value)
            return 0;
        if (!t->more_values && high_values_new(t) != 0)
            return ENOMEM;
        atomic_store_explicit(&t->more_values[key - KEY_VALUES_INLINE], value,
                              memory_order_relaxed);
    }
    t->keys_used = true;
    return 0;
}

/* True if a destructor ran for this slot. */
static bool destroy_value(unsigned key, void *_Atomic *slot)
{
    if (!atomic_load_explicit(slot, memory_order_relaxed))
        return false;
    /* The destructor first: if the key is deleted after this, the value is found cleared or
       belongs to the destructor that we hold. acquire: pairs with keys_create */
    uintptr_t k = atomic_load_explicit(&keys[key], memory_order_acquire);
    if (k == KEY_FREE || k == KEY_PLAIN || k == KEY_LEAVING)
        return false;
    void *value = atomic_exchange_explicit(slot, NULL, memory_order_relaxed);
    if (!value)
        return false;
    ((void (*)(void *))k)(value);
    return true;
}

static void run_destructors(struct thread *t)
{
    for (int round = 0; round < DESTRUCTOR_ROUNDS; round++) {
        bool any = false;
        for (unsigned i = 0; i < KEY_VALUES_INLINE; i++)
            any |= destroy_value(i, &t->values[i]);
        for (unsigned i = 0; t->more_values && i < HIGH_KEYS; i++)
            any |= destroy_value(KEY_VALUES_INLINE + i, &t->more_values[i]);
        if (!any)
            break;
    }
}

static void free_values(struct thread *t)
{
    if (t->more_values) {
        host_root_remove((void *)t->more_values, HIGH_BYTES);
        sys_unmap((void *)t->more_values, HIGH_BYTES);
    }
    t->more_values = NULL;
    t->keys_used = false;
}

static void after_fork(void)
{
    for (unsigned i = 0; i < HOST_KEYS_MAX; i++) {
        /* relaxed, both: nobody else is there */
        if (atomic_load_explicit(&keys[i], memory_order_relaxed) == KEY_LEAVING) {
            clear(thread_self(), &i);
            atomic_store_explicit(&valued[i], false, memory_order_relaxed);
            atomic_store_explicit(&keys[i], KEY_FREE, memory_order_relaxed);
        }
    }
}

static const struct keys_ends ends = {run_destructors, free_values, after_fork};

int keys_create(unsigned *key, void (*destructor)(void *))
{
    uintptr_t k = destructor ? (uintptr_t)destructor : KEY_PLAIN;
    atomic_store_explicit(&keys_ends, &ends, memory_order_relaxed); /* see keys_ends_now */
    for (unsigned i = 0; i < HOST_KEYS_MAX; i++) {
        uintptr_t expected = KEY_FREE;
        if (atomic_load_explicit(&keys[i], memory_order_relaxed) != KEY_FREE)
            continue;
        /* acq_rel: pairs with keys_delete, whose clearing is over, and with in_use */
        if (atomic_compare_exchange_strong_explicit(&keys[i], &expected, k, memory_order_acq_rel,
                                                    memory_order_relaxed)) {
            *key = i;
            return 0;
        }
    }
    return EAGAIN;
}

void keys_forget(struct thread *t)
{
    /* relaxed: others write nothing but the same */
    for (unsigned i = 0; i < KEY_VALUES_INLINE; i++)
        atomic_store_explicit(&t->values[i], NULL, memory_order_relaxed);
}
