/* SPDX-License-Identifier: MIT */
#include "foreign_keys.h"

#include "core/keys.h"
#include "host/host.h"

/* One more than the libc's key whose destructor is the host's; 0: not made yet. */
static _Atomic uint32_t hook_key;

static int set(struct thread *t)
{
    /* relaxed: the number is all there is */
    uint32_t key = atomic_load_explicit(&hook_key, memory_order_relaxed);
    return libc_setspecific(key - 1, t);
}

/* The libc comes again if a destructor of its own sets a value. */
void foreign_run_ends(struct thread *t)
{
    /* A destructor may call pthread_exit: then, too. */
    set(t);
    thread_run_ends(t);
    set(NULL);
}

void foreign_free(struct thread *t)
{
    if (t->keys_used)
        keys_ends_now()->free(t);
    t->foreign_keys = false;
}

static int make_hook_key(void (*end)(void *))
{
    pthread_key_t key;
    uint32_t none = 0;
    if (atomic_load_explicit(&hook_key, memory_order_relaxed))
        return 0;
    int err = libc_key_create(&key, end);
    if (err)
        return err;
    /* If another thread was first, this key stays unused. To delete it would end a program on musl,
       which then clears the key's value in all threads, and those of the engine have no array of
       musl's values. relaxed: the number is all there is */
    atomic_compare_exchange_strong_explicit(&hook_key, &none, key + 1, memory_order_relaxed,
                                            memory_order_relaxed);
    return 0;
}

int foreign_hook(struct thread *t, void (*end)(void *))
{
    int err = make_hook_key(end);
    return err ? err : set(t);
}
