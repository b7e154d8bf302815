/* SPDX-License-Identifier: MIT */
/* A library that the loader puts behind pthin's, with functions of its own in front of the libc's: what
   pthin finds behind itself is then here and not in the libc. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <unistd.h>

/* The function of this name in the libc. A union, because ISO C converts no object pointer to a function
   pointer. */
#define REAL(function)                                                                             \
    ((union {                                                                                      \
        void *found;                                                                               \
        __typeof__(&(function)) call;                                                              \
    }){dlsym(RTLD_NEXT, #function)})                                                               \
        .call

int pthread_create(pthread_t *thread, const pthread_attr_t *attr, void *(*routine)(void *),
                   void *arg)
{
    return REAL(pthread_create)(thread, attr, routine, arg);
}

int pthread_setspecific(pthread_key_t key, const void *value)
{
    return REAL(pthread_setspecific)(key, value);
}

/* As libraries that unwind do: pthin must not come here while it looks for what this wants. */
int dl_iterate_phdr(int (*visit)(struct dl_phdr_info *, size_t, void *), void *arg)
{
    return REAL(dl_iterate_phdr)(visit, arg);
}

pid_t fork(void)
{
    return REAL(fork)();
}
