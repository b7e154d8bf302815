/* SPDX-License-Identifier: MIT */
#include "own.h"

#include "core/base.h"
#include "host/dynamic/foreign_keys.h"
#include "host/dynamic/redirect.h"

static struct musl_own own;
static atomic_bool found;

static const struct {
    const char *name;
    size_t place;
} names[] = {
#define OWN(field, name)                                                                           \
    {                                                                                              \
        name, offsetof(struct musl_own, field)                                                     \
    }
    OWN(create, "pthread_create"),
    OWN(join, "pthread_join"),
    OWN(tryjoin, "pthread_tryjoin_np"),
#if __SIZEOF_LONG__ == 4
    OWN(timedjoin, "__pthread_timedjoin_np_time64"),
#else
    OWN(timedjoin, "pthread_timedjoin_np"),
#endif
    OWN(detach, "pthread_detach"),
    OWN(exit, "pthread_exit"),
    OWN(kill, "pthread_kill"),
    OWN(getcpuclockid, "pthread_getcpuclockid"),
    OWN(cancel, "pthread_cancel"),
    OWN(setcancelstate, "pthread_setcancelstate"),
    OWN(setcanceltype, "pthread_setcanceltype"),
    OWN(key_create, "pthread_key_create"),
    OWN(setspecific, "pthread_setspecific"),
    OWN(fork, "fork"),
    OWN(atfork, "pthread_atfork"),
    OWN(getattr, "pthread_getattr_np"),
    OWN(attr_init, "pthread_attr_init"),
    OWN(attr_setdetachstate, "pthread_attr_setdetachstate"),
    OWN(attr_setguardsize, "pthread_attr_setguardsize"),
    OWN(attr_setstack, "pthread_attr_setstack"),
    OWN(attr_setstacksize, "pthread_attr_setstacksize"),
    OWN(attr_setinheritsched, "pthread_attr_setinheritsched"),
    OWN(attr_setschedpolicy, "pthread_attr_setschedpolicy"),
    OWN(attr_setschedparam, "pthread_attr_setschedparam"),
    OWN(attr_getdetachstate, "pthread_attr_getdetachstate"),
    OWN(attr_getguardsize, "pthread_attr_getguardsize"),
    OWN(attr_getstack, "pthread_attr_getstack"),
    OWN(dlopen, "dlopen"),
    OWN(dlsym, "dlsym"),
#if __SIZEOF_LONG__ == 4
    OWN(dlsym_time64, "__dlsym_time64"),
#endif
    OWN(setuid, "setuid"),
    OWN(seteuid, "seteuid"),
    OWN(setreuid, "setreuid"),
    OWN(setresuid, "setresuid"),
    OWN(setgid, "setgid"),
    OWN(setegid, "setegid"),
    OWN(setregid, "setregid"),
    OWN(setresgid, "setresgid"),
    OWN(setgroups, "setgroups"),
    OWN(initgroups, "initgroups"),
    OWN(membarrier, "membarrier"),
    OWN(timer_create, "timer_create"),
    OWN(aio_read, "aio_read"),
    OWN(aio_write, "aio_write"),
    OWN(aio_fsync, "aio_fsync"),
    OWN(lio_listio, "lio_listio"),
    OWN(mq_notify, "mq_notify"),
};

/* What debuggers find the loader's list by; it is in libc.so. */
extern struct r_debug *_dl_debug_addr;

void redirect_find(struct redirect_places *p)
{
    places_find(p, _dl_debug_addr->r_map, "__libc_start_main");
}

/* In libc.so itself: dlsym is ours, and might find another library's that has something to do with
   threads. */
static __attribute__((noinline)) void find(void)
{
    struct redirect_places p = {0};
    redirect_find(&p);
    if (!p.has_libc)
        fatal("cannot find the program's C library");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        void *function = elf_find(&p.libc, names[i].name);
        if (!function)
            fatal("the C library lacks a function that all musls have");
        *(void **)((char *)&own + names[i].place) = function;
    }
    /* release: pairs with musl_own's load. Twice does no harm. */
    atomic_store_explicit(&found, true, memory_order_release);
}

/* They are ours when they have been redirected. */
void redirect_prepare(const struct elf_object *libc)
{
    (void)libc;
    musl_own();
}

const struct musl_own *musl_own(void)
{
    /* acquire: pairs with find */
    if (unlikely(!atomic_load_explicit(&found, memory_order_acquire)))
        find();
    return &own;
}

int libc_key_create(pthread_key_t *key, void (*destructor)(void *))
{
    return musl_own()->key_create(key, destructor);
}

int libc_setspecific(pthread_key_t key, const void *value)
{
    return musl_own()->setspecific(key, value);
}
