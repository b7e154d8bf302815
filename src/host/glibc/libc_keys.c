/* SPDX-License-Identifier: MIT */
#include "libc_keys.h"

#include <stdlib.h>

#include "host/host.h"
#include "symbols.h"

#define DESTRUCTOR_ROUNDS 4 /* PTHREAD_DESTRUCTOR_ITERATIONS */

/* As glibc has them: each thread has BLOCKS pointers to blocks of KEYS values. The first block lies
   before the pointers, the others are allocated; behind the pointers is a bool, whether the thread
   has ever set a value. */
#define BLOCKS 32
#define KEYS   32

struct value {
    uintptr_t generation; /* the key's when the value was set */
    void *data;
};

struct libc_key {
    uintptr_t generation; /* odd: in use */
    void (*destructor)(void *);
};

static struct value **blocks_of(uintptr_t handle)
{
    return (struct value **)(handle + glibc_facts.specific);
}

static bool *used_of(uintptr_t handle)
{
    return (bool *)(blocks_of(handle) + BLOCKS);
}

const char *libc_keys_check(uintptr_t handle)
{
    struct value *first = (struct value *)blocks_of(handle) - KEYS;
    static const char *const wrong = "the place of the key values";
    pthread_key_t key;
    if (blocks_of(handle)[0] != first)
        return wrong;
    if (glibc()->key_create(&key, NULL) != 0)
        return NULL; /* the program has all of them */
    const struct libc_key *k = (struct libc_key *)glibc_symbols.keys + key;
    bool before = *used_of(handle), right = glibc()->setspecific(key, &key) == 0;
    const struct value *block = key / KEYS < BLOCKS ? blocks_of(handle)[key / KEYS] : NULL;
    right &= !before && *used_of(handle) && block && block[key % KEYS].data == &key &&
             block[key % KEYS].generation == k->generation && !k->destructor;
    glibc()->setspecific(key, NULL);
    glibc()->key_delete(key);
    return right ? NULL : wrong;
}

/* One round. True: a destructor has run. */
static bool run_destructors(uintptr_t handle)
{
    const struct libc_key *keys = glibc_symbols.keys;
    bool any = false;
    for (size_t i = 0; i < BLOCKS; i++) {
        struct value *block = blocks_of(handle)[i];
        for (size_t j = 0; block && j < KEYS; j++) {
            const struct libc_key *k = &keys[i * KEYS + j];
            void *data = block[j].data;
            block[j].data = NULL;
            /* Of a key that was deleted: forgotten. */
            if (data && block[j].generation == k->generation && k->destructor) {
                k->destructor(data);
                any = true;
            }
        }
    }
    return any;
}

static __attribute__((noinline)) void end_all(struct thread *t, uintptr_t handle)
{
    struct value **blocks = blocks_of(handle);
    for (int round = 0; round < DESTRUCTOR_ROUNDS && run_destructors(handle); round++)
        thread_run_ends(t); /* what they set of ours */
    /* What is left after that is forgotten, as in glibc. */
    __builtin_memset(blocks[0], 0, KEYS * sizeof(struct value));
    for (int i = 1; i < BLOCKS; i++) {
        free(blocks[i]); /* by whatever malloc glibc had it from */
        blocks[i] = NULL;
    }
    *used_of(handle) = false;
}

void libc_keys_end(struct thread *t)
{
    uintptr_t handle = handle_of(t);
    if (unlikely(*used_of(handle)))
        end_all(t, handle);
}
