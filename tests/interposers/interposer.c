/* SPDX-License-Identifier: MIT */
/*
 * A library that puts itself in front of functions and passes each call on to the function behind
 * it, in the ways in which libfaketime, sanitizers and tracers look for that one:
 *
 *   LOOK_UP_DLSYM    by its name alone, at the first call
 *   LOOK_UP_OLDEST   in the oldest of glibc's versions whose objects are today's, in a constructor,
 *                    which may run before those of the libraries behind it
 *   LOOK_UP_NEWEST   in the newest of glibc's versions, at the first call
 */
#define _GNU_SOURCE
#include "interposer.h"

#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>

/* The port's first version. pthread_cond_t is larger since 2.3.2: the functions from before are for
   other objects, in every glibc. */
#if defined __x86_64__
#    define FIRST       "GLIBC_2.2.5"
#    define FIRST_CONDS "GLIBC_2.3.2"
#elif defined __aarch64__
#    define FIRST       "GLIBC_2.17"
#    define FIRST_CONDS FIRST
#elif defined __riscv
#    define FIRST       "GLIBC_2.27"
#    define FIRST_CONDS FIRST
#else
#    error "a port whose first version is not known"
#endif

struct versions {
    const char *oldest, *newest;
};

static const struct versions versions[WRAPPED_COUNT] = {
    [WRAPPED_pthread_create] = {FIRST, "GLIBC_2.34"},
    [WRAPPED_pthread_mutex_lock] = {FIRST, FIRST},
    [WRAPPED_pthread_cond_wait] = {FIRST_CONDS, FIRST_CONDS},
    [WRAPPED_pthread_cond_timedwait] = {FIRST_CONDS, FIRST_CONDS},
    [WRAPPED_sem_timedwait] = {FIRST, "GLIBC_2.34"},
};

#define ELEMENT(function) [WRAPPED_##function] = {#function, NULL, 0},
struct wrapped interposer_wrapped[WRAPPED_COUNT] = {WRAPPED(ELEMENT)};
#undef ELEMENT

static void *look_up(int i)
{
    const char *name = interposer_wrapped[i].name;
#if defined LOOK_UP_DLSYM
    void *real = dlsym(RTLD_NEXT, name);
#elif defined LOOK_UP_OLDEST
    void *real = dlvsym(RTLD_NEXT, name, versions[i].oldest);
#elif defined LOOK_UP_NEWEST
    void *real = dlvsym(RTLD_NEXT, name, versions[i].newest);
#endif
    (void)versions;
    if (!real) {
        fprintf(stderr, "interposer: there is no %s behind this library: %s\n", name, dlerror());
        abort();
    }
    return real;
}

static void *real(int i)
{
    struct wrapped *w = &interposer_wrapped[i];
    void *found = __atomic_load_n(&w->real, __ATOMIC_RELAXED);

    __atomic_add_fetch(&w->calls, 1, __ATOMIC_RELAXED);
    if (!found) {
        found = look_up(i);
        __atomic_store_n(&w->real, found, __ATOMIC_RELAXED);
    }
    return found;
}

#ifdef LOOK_UP_OLDEST
__attribute__((constructor)) static void look_up_all(void)
{
    for (int i = 0; i < WRAPPED_COUNT; i++)
        interposer_wrapped[i].real = look_up(i);
}
#endif

int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attr,
                   void *(*routine)(void *), void *restrict arg)
{
    __typeof(pthread_create) *next = real(WRAPPED_pthread_create);

    return next(thread, attr, routine, arg);
}

int pthread_mutex_lock(pthread_mutex_t *mutex)
{
    __typeof(pthread_mutex_lock) *next = real(WRAPPED_pthread_mutex_lock);

    return next(mutex);
}

int pthread_cond_wait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex)
{
    __typeof(pthread_cond_wait) *next = real(WRAPPED_pthread_cond_wait);

    return next(cond, mutex);
}

int pthread_cond_timedwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict until)
{
    __typeof(pthread_cond_timedwait) *next = real(WRAPPED_pthread_cond_timedwait);

    return next(cond, mutex, until);
}

int sem_timedwait(sem_t *restrict sem, const struct timespec *restrict until)
{
    __typeof(sem_timedwait) *next = real(WRAPPED_sem_timedwait);

    return next(sem, until);
}
