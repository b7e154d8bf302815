/* SPDX-License-Identifier: MIT */
/*
 * What we call of glibc that any program may call. Found in libc itself, and before the values of
 * our own functions in libc's table are made to lead to us (redirect.c). That may be before any
 * constructor has run, while a sanitizer is getting ready, so nothing of libc's is called.
 */
#include "host/dynamic/elf_lookup.h"
#include "host/host.h"
#include "symbols.h"

struct wanted {
    const char *name;
    size_t at; /* in the struct of the set */
};

#define WANTED(set, name, member)                                                                  \
    {                                                                                              \
        name, offsetof(struct set, member)                                                         \
    }

static const struct wanted first_names[] = {
    WANTED(glibc_first, "pthread_self", self),
    WANTED(glibc_first, "__register_atfork", register_atfork),
};

static const struct wanted names[] = {
    WANTED(glibc_functions, "pthread_create", create),
    WANTED(glibc_functions, "pthread_join", join),
    WANTED(glibc_functions, "pthread_tryjoin_np", tryjoin),
    WANTED(glibc_functions, "pthread_clockjoin_np", clockjoin),
    WANTED(glibc_functions, "pthread_detach", detach),
    WANTED(glibc_functions, "pthread_exit", exit),
    WANTED(glibc_functions, "pthread_kill", kill),
    WANTED(glibc_functions, "pthread_cancel", cancel),
    WANTED(glibc_functions, "pthread_getattr_np", getattr),
    WANTED(glibc_functions, "pthread_getattr_default_np", getattr_default),
    WANTED(glibc_functions, "pthread_attr_init", attr_init),
    WANTED(glibc_functions, "pthread_attr_destroy", attr_destroy),
    WANTED(glibc_functions, "pthread_attr_setstack", attr_setstack),
    WANTED(glibc_functions, "pthread_attr_getstack", attr_getstack),
    WANTED(glibc_functions, "pthread_attr_getstacksize", attr_getstacksize),
    WANTED(glibc_functions, "pthread_attr_getguardsize", attr_getguardsize),
    WANTED(glibc_functions, "pthread_attr_getdetachstate", attr_getdetachstate),
    WANTED(glibc_functions, "pthread_key_create", key_create),
    WANTED(glibc_functions, "pthread_key_delete", key_delete),
    WANTED(glibc_functions, "pthread_setspecific", setspecific),
    WANTED(glibc_functions, "__pthread_register_cancel", register_cancel),
    WANTED(glibc_functions, "__pthread_unregister_cancel", unregister_cancel),
    WANTED(glibc_functions, "__pthread_unwind_next", unwind_next),
    WANTED(glibc_functions, "pthread_rwlockattr_init", rwlockattr_init),
    WANTED(glibc_functions, "pthread_rwlockattr_setkind_np", rwlockattr_setkind),
    WANTED(glibc_functions, "pthread_rwlockattr_setpshared", rwlockattr_setpshared),
    WANTED(glibc_functions, "pthread_rwlock_init", rwlock_init),
    WANTED(glibc_functions, "pthread_rwlock_destroy", rwlock_destroy),
    WANTED(glibc_functions, "pthread_rwlock_rdlock", rwlock_rdlock),
    WANTED(glibc_functions, "pthread_rwlock_wrlock", rwlock_wrlock),
    WANTED(glibc_functions, "pthread_rwlock_tryrdlock", rwlock_tryrdlock),
    WANTED(glibc_functions, "pthread_rwlock_trywrlock", rwlock_trywrlock),
    WANTED(glibc_functions, "pthread_rwlock_clockrdlock", rwlock_clockrdlock),
    WANTED(glibc_functions, "pthread_rwlock_clockwrlock", rwlock_clockwrlock),
    WANTED(glibc_functions, "pthread_rwlock_unlock", rwlock_unlock),
    WANTED(glibc_functions, "pthread_barrierattr_init", barrierattr_init),
    WANTED(glibc_functions, "pthread_barrierattr_setpshared", barrierattr_setpshared),
    WANTED(glibc_functions, "pthread_barrier_init", barrier_init),
    WANTED(glibc_functions, "pthread_barrier_wait", barrier_wait),
    WANTED(glibc_functions, "pthread_condattr_init", condattr_init),
    WANTED(glibc_functions, "pthread_condattr_setclock", condattr_setclock),
    WANTED(glibc_functions, "pthread_condattr_setpshared", condattr_setpshared),
    WANTED(glibc_functions, "pthread_cond_init", cond_init),
    WANTED(glibc_functions, "pthread_cond_signal", cond_signal),
    WANTED(glibc_functions, "pthread_cond_broadcast", cond_broadcast),
    WANTED(glibc_functions, "pthread_cond_wait", cond_wait),
    WANTED(glibc_functions, "pthread_cond_clockwait", cond_clockwait),
    WANTED(glibc_functions, "dlopen", dlopen),
    WANTED(glibc_functions, "dlmopen", dlmopen),
    WANTED(glibc_functions, "dlsym", dlsym),
    WANTED(glibc_functions, "dlvsym", dlvsym),
    WANTED(glibc_functions, "__libc_malloc", malloc),
    WANTED(glibc_functions, "__libc_free", free),
};
#undef WANTED

/* A set of functions that are found together. */
struct set {
    const struct wanted *names;
    size_t count;
    void *functions; /* the struct: nothing but pointers */
    atomic_bool found;
};

/* As many as the larger set has. */
#define MOST (sizeof(struct glibc_functions) / sizeof(void *))

static SLOW void find(struct set *set, const struct elf_object *libc)
{
    void *mine[MOST];
    for (size_t i = 0; i < set->count; i++) {
        void *value = elf_find(libc, set->names[i].name);
        if (!value)
            fatal("this C library is not glibc 2.34 or later");
        mine[set->names[i].at / sizeof *mine] = value;
    }
    /* Several callers may come here at once, one of them in a signal handler that interrupted another:
       so none waits for another. As long as this is not found nobody has changed libc's table, so all
       find the same. The fence: what was read above was there before that answer; it pairs with the one
       in host/dynamic/redirect.c. acquire: pairs with the store below */
    atomic_thread_fence(memory_order_acquire);
    if (atomic_load_explicit(&set->found, memory_order_acquire))
        return;
    for (size_t i = 0; i < set->count; i++)
        ((void *volatile *)set->functions)[i] = mine[i];
    /* release: pairs with the loads above and below */
    atomic_store_explicit(&set->found, true, memory_order_release);
}

static void ensure(struct set *set, const struct elf_object *libc)
{
    /* acquire: pairs with the store above */
    if (unlikely(!atomic_load_explicit(&set->found, memory_order_acquire)))
        find(set, libc);
}

#define COUNT(array) (sizeof(array) / sizeof *(array))
_Static_assert(COUNT(names) == MOST, "every member has a name");
_Static_assert(COUNT(first_names) == sizeof(struct glibc_first) / sizeof(void *), "here, too");

const struct glibc_first *public_first(const struct elf_object *libc)
{
    static struct glibc_first first WRITTEN_EARLY;
    static struct set set = {first_names, COUNT(first_names), &first, false};
    ensure(&set, libc);
    return &first;
}

const struct glibc_functions *public_symbols(const struct elf_object *libc)
{
    static struct glibc_functions functions;
    static struct set set = {names, COUNT(names), &functions, false};
    ensure(&set, libc);
    return &functions;
}
