/* SPDX-License-Identifier: MIT */
/* Functions and data of glibc that cannot be linked to, or whose public name is ours. */
#ifndef PTHIN_GLIBC_SYMBOLS_H
#define PTHIN_GLIBC_SYMBOLS_H

#include <pthread.h>
#include <stdbool.h>

#include "core/base.h"

/* A doubly linked ring with a head, as glibc has it. */
struct list_link {
    struct list_link *next, *prev;
};

/* In stack_flags: PF_R | PF_W | PF_X, or from 2.42 on PROT_READ | PROT_WRITE | PROT_EXEC. Without
   the last, 6 or 3. */
#define STACK_EXECUTABLE 7u

struct unwind_buffer;

/* What glibc has for any program to use: what this library needs as soon as it is loaded (first.c), */
struct glibc_first {
    pthread_t (*self)(void);
    int (*register_atfork)(void (*)(void), void (*)(void), void (*)(void), void *library);
};

/* and all the rest. */
struct glibc_functions {
    /* glibc's own threads */
    int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    int (*join)(pthread_t, void **);
    int (*tryjoin)(pthread_t, void **);
    int (*clockjoin)(pthread_t, void **, clockid_t, const struct timespec *);
    int (*detach)(pthread_t);
    void (*exit)(void *) __attribute__((noreturn));
    int (*kill)(pthread_t, int);
    int (*cancel)(pthread_t);
    int (*getattr)(pthread_t, pthread_attr_t *);
    int (*getattr_default)(pthread_attr_t *);
    int (*attr_init)(pthread_attr_t *);
    int (*attr_destroy)(pthread_attr_t *);
    int (*attr_setstack)(pthread_attr_t *, void *, size_t);
    int (*attr_getstack)(const pthread_attr_t *, void **, size_t *);
    int (*attr_getstacksize)(const pthread_attr_t *, size_t *);
    int (*attr_getguardsize)(const pthread_attr_t *, size_t *);
    int (*attr_getdetachstate)(const pthread_attr_t *, int *);
    int (*key_create)(pthread_key_t *, void (*)(void *));
    int (*key_delete)(pthread_key_t);
    int (*setspecific)(pthread_key_t, const void *);
    /* unwinding: frames below the buffer's are left, then it is jumped to */
    void (*register_cancel)(struct unwind_buffer *);
    void (*unregister_cancel)(struct unwind_buffer *);
    void (*unwind_next)(struct unwind_buffer *) __attribute__((noreturn));
    /* locks between processes (shared.c) */
    int (*rwlockattr_init)(pthread_rwlockattr_t *);
    int (*rwlockattr_setkind)(pthread_rwlockattr_t *, int);
    int (*rwlockattr_setpshared)(pthread_rwlockattr_t *, int);
    int (*rwlock_init)(pthread_rwlock_t *, const pthread_rwlockattr_t *);
    int (*rwlock_destroy)(pthread_rwlock_t *);
    int (*rwlock_rdlock)(pthread_rwlock_t *);
    int (*rwlock_wrlock)(pthread_rwlock_t *);
    int (*rwlock_tryrdlock)(pthread_rwlock_t *);
    int (*rwlock_trywrlock)(pthread_rwlock_t *);
    int (*rwlock_clockrdlock)(pthread_rwlock_t *, clockid_t, const struct timespec *);
    int (*rwlock_clockwrlock)(pthread_rwlock_t *, clockid_t, const struct timespec *);
    int (*rwlock_unlock)(pthread_rwlock_t *);
    int (*barrierattr_init)(pthread_barrierattr_t *);
    int (*barrierattr_setpshared)(pthread_barrierattr_t *, int);
    int (*barrier_init)(pthread_barrier_t *, const pthread_barrierattr_t *, unsigned);
    int (*barrier_wait)(pthread_barrier_t *);
    int (*condattr_init)(pthread_condattr_t *);
    int (*condattr_setclock)(pthread_condattr_t *, clockid_t);
    int (*condattr_setpshared)(pthread_condattr_t *, int);
    int (*cond_init)(pthread_cond_t *, const pthread_condattr_t *);
    int (*cond_signal)(pthread_cond_t *);
    int (*cond_broadcast)(pthread_cond_t *);
    int (*cond_wait)(pthread_cond_t *, pthread_mutex_t *);
    int (*cond_clockwait)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
    /* looking up names (lookup.c) */
    void *(*dlopen)(const char *, int);
    void *(*dlmopen)(long, const char *, int);
    void *(*dlsym)(void *, const char *);
    void *(*dlvsym)(void *, const char *, const char *);
    /* malloc itself, whatever stands before it */
    void *(*malloc)(size_t);
    void (*free)(void *);
};

/* Private ones, and data. */
struct glibc_symbols {
    void *(*allocate_tls)(void *);
    void (*deallocate_tls)(void *, bool);
    void (*tls_static_info)(size_t *, size_t *);
    void (*ctype_init)(void);
    void (*call_tls_dtors)(void);
    void *keys;                        /* __pthread_keys (libc_keys.c) */
    _Atomic uint32_t *nthreads;        /* main's pthread_exit ends the process when it is 1 */
    struct list_link *stack_used;      /* threads on stacks that glibc manages */
    struct list_link *stack_user;      /* others: main and ours */
    _Atomic uint32_t *stack_list_lock; /* of both lists */
    _Atomic uint32_t *stack_flags;     /* how the loader wants stacks: STACK_EXECUTABLE */
};

struct elf_object;

/* Of this libc, whatever has become of its table since the first call. */
const struct glibc_first *public_first(const struct elf_object *libc);
const struct glibc_functions *public_symbols(const struct elf_object *libc);

/* Set by symbols_find. */
extern struct glibc_symbols glibc_symbols __attribute__((visibility("hidden")));

/* The functions, found when they are first asked for: there are many, and most programs that create no
   thread call none of them. Take no lock, for a signal handler may be the first; and may be called
   before the constructor of this library. */
const struct glibc_first *glibc_first(void);
const struct glibc_functions *glibc(void);

#endif
