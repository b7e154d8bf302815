/* SPDX-License-Identifier: MIT */
/* The functions of <pthread.h> as somebody finds them. */
#ifndef LOOKUP_IN_LIBC_H
#define LOOKUP_IN_LIBC_H

#include <pthread.h>
#include <semaphore.h>

#define FUNCTIONS(X)                                                                               \
    X(pthread_create)                                                                              \
    X(pthread_join)                                                                                \
    X(pthread_self)                                                                                \
    X(pthread_key_create)                                                                          \
    X(pthread_key_delete)                                                                          \
    X(pthread_getspecific)                                                                         \
    X(pthread_setspecific)                                                                         \
    X(pthread_once)                                                                                \
    X(pthread_mutex_lock)                                                                          \
    X(pthread_mutex_unlock)                                                                        \
    X(pthread_cond_wait)                                                                           \
    X(pthread_cond_timedwait)                                                                      \
    X(pthread_cond_signal)                                                                         \
    X(pthread_cond_broadcast)                                                                      \
    X(pthread_rwlock_rdlock)                                                                       \
    X(pthread_rwlock_wrlock)                                                                       \
    X(pthread_rwlock_unlock)                                                                       \
    X(pthread_barrier_init)                                                                        \
    X(pthread_barrier_wait)                                                                        \
    X(pthread_barrier_destroy)                                                                     \
    X(sem_init)                                                                                    \
    X(sem_wait)                                                                                    \
    X(sem_post)

#define MEMBER(function) __typeof(function) *function;
struct functions {
    FUNCTIONS(MEMBER)
};
#undef MEMBER

#endif
