/* SPDX-License-Identifier: MIT */
/*
 * What we call of glibc that any program may call. Found in libc itself, and before the values of
 * our own functions in libc's table are made to lead to us (redirect.c). That may be before any
 * constructor has run, while a sanitizer is getting ready, so nothing of libc's is called.
 */
#include "elf_lookup.h"
#include "host/host.h"
#include "symbols.h"

static const struct {
    const char *name;
    size_t at; /* in struct glibc_symbols */
} wanted[] = {
#define WANTED(name, member)                                                                       \
    {                                                                                              \
        name, offsetof(struct glibc_symbols, member)                                               \
    }
    WANTED("pthread_create", create),
    WANTED("pthread_self", self),
    WANTED("pthread_join", join),
    WANTED("pthread_tryjoin_np", tryjoin),
    WANTED("pthread_clockjoin_np", clockjoin),
    WANTED("pthread_detach", detach),
    WANTED("pthread_exit", exit),
    WANTED("pthread_kill", kill),
    WANTED("pthread_cancel", cancel),
    WANTED("pthread_getattr_np", getattr),
    WANTED("pthread_getattr_default_np", getattr_default),
    WANTED("pthread_attr_init", attr_init),
    WANTED("pthread_attr_destroy", attr_destroy),
    WANTED("pthread_attr_setstack", attr_setstack),
    WANTED("pthread_attr_getstack", attr_getstack),
    WANTED("pthread_attr_getstacksize", attr_getstacksize),
    WANTED("pthread_attr_getguardsize", attr_getguardsize),
    WANTED("pthread_attr_getdetachstate", attr_getdetachstate),
    WANTED("pthread_key_create", key_create),
    WANTED("pthread_key_delete", key_delete),
    WANTED("pthread_setspecific", setspecific),
    WANTED("__register_atfork", register_atfork),
    WANTED("__pthread_register_cancel", register_cancel),
    WANTED("__pthread_unregister_cancel", unregister_cancel),
    WANTED("__pthread_unwind_next", unwind_next),
    WANTED("pthread_rwlockattr_init", rwlockattr_init),
    WANTED("pthread_rwlockattr_setkind_np", rwlockattr_setkind),
    WANTED("pthread_rwlockattr_setpshared", rwlockattr_setpshared),
    WANTED("pthread_rwlock_init", rwlock_init),
    WANTED("pthread_rwlock_destroy", rwlock_destroy),
    WANTED("pthread_rwlock_rdlock", rwlock_rdlock),
    WANTED("pthread_rwlock_wrlock", rwlock_wrlock),
    WANTED("pthread_rwlock_tryrdlock", rwlock_tryrdlock),
    WANTED("pthread_rwlock_trywrlock", rwlock_trywrlock),
    WANTED("pthread_rwlock_clockrdlock", rwlock_clockrdlock),
    WANTED("pthread_rwlock_clockwrlock", rwlock_clockwrlock),
    WANTED("pthread_rwlock_unlock", rwlock_unlock),
    WANTED("pthread_barrierattr_init", barrierattr_init),
    WANTED("pthread_barrierattr_setpshared", barrierattr_setpshared),
    WANTED("pthread_barrier_init", barrier_init),
    WANTED("pthread_barrier_wait", barrier_wait),
    WANTED("pthread_condattr_init", condattr_init),
    WANTED("pthread_condattr_setclock", condattr_setclock),
    WANTED("pthread_condattr_setpshared", condattr_setpshared),
    WANTED("pthread_cond_init", cond_init),
    WANTED("pthread_cond_signal", cond_signal),
    WANTED("pthread_cond_broadcast", cond_broadcast),
    WANTED("pthread_cond_wait", cond_wait),
    WANTED("pthread_cond_clockwait", cond_clockwait),
    WANTED("dlopen", dlopen),
    WANTED("dlmopen", dlmopen),
    WANTED("dlsym", dlsym),
    WANTED("dlvsym", dlvsym),
    WANTED("__libc_malloc", malloc),
    WANTED("__libc_free", free),
#undef WANTED
};

static struct glibc_symbols symbols; /* the public ones are set */

static void find(struct glibc_symbols *s, const struct elf_object *libc)
{
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        void *value = elf_find(libc, wanted[i].name);
        if (!value)
            fatal("this C library is not glibc 2.34 or later");
        __builtin_memcpy((char *)s + wanted[i].at, &value, sizeof value);
    }
}

const struct glibc_symbols *public_symbols(const struct elf_object *libc)
{
    static atomic_bool found;
    static _Atomic uint32_t claimed; /* a whole word: not every processor exchanges less */
    /* acquire: pairs with the store below */
    if (atomic_load_explicit(&found, memory_order_acquire))
        return &symbols;
    struct glibc_symbols mine = {0};
    find(&mine, libc);
    /* Of several callers at once the first one's are kept: it looked before anybody could have come
       from here and changed libc's table. */
    if (!atomic_exchange_explicit(&claimed, 1, memory_order_relaxed)) {
        symbols = mine;
        /* release: pairs with the loads above and below */
        atomic_store_explicit(&found, true, memory_order_release);
    }
    while (!atomic_load_explicit(&found, memory_order_acquire))
        arch_cpu_relax();
    return &symbols;
}
