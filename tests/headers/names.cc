/* SPDX-License-Identifier: MIT */
/* The types of <pthread.h>, <semaphore.h> and <threads.h> have the names in C++ that the libc's own
 * headers give them, and so have the functions' types with their exception specifications: compiled
 * with either, the object files have the same symbols. As C++11 and C++17, glibc. */
#include <pthread.h>
#include <semaphore.h>
#include <threads.h>

template <int, typename T> void name(T) {}

#define TYPE(type) template void name<__LINE__>(type *);
TYPE(pthread_t)
TYPE(pthread_attr_t)
TYPE(pthread_mutex_t)
TYPE(pthread_mutexattr_t)
TYPE(pthread_cond_t)
TYPE(pthread_condattr_t)
TYPE(pthread_rwlock_t)
TYPE(pthread_rwlockattr_t)
TYPE(pthread_barrier_t)
TYPE(pthread_barrierattr_t)
TYPE(pthread_spinlock_t)
TYPE(pthread_key_t)
TYPE(pthread_once_t)
TYPE(sem_t)
TYPE(thrd_t)
TYPE(mtx_t)
TYPE(cnd_t)
TYPE(tss_t)
TYPE(once_flag)
TYPE(thrd_start_t)
TYPE(tss_dtor_t)

#define FUNCTION(function) template void name<__LINE__>(decltype(&function));
FUNCTION(sem_close)
FUNCTION(sem_destroy)
FUNCTION(sem_getvalue)
FUNCTION(sem_init)
FUNCTION(sem_open)
FUNCTION(sem_post)
FUNCTION(sem_timedwait)
FUNCTION(sem_trywait)
FUNCTION(sem_unlink)
FUNCTION(sem_wait)
FUNCTION(call_once)
FUNCTION(cnd_broadcast)
FUNCTION(cnd_destroy)
FUNCTION(cnd_init)
FUNCTION(cnd_signal)
FUNCTION(cnd_timedwait)
FUNCTION(cnd_wait)
FUNCTION(mtx_destroy)
FUNCTION(mtx_init)
FUNCTION(mtx_lock)
FUNCTION(mtx_timedlock)
FUNCTION(mtx_trylock)
FUNCTION(mtx_unlock)
FUNCTION(thrd_create)
FUNCTION(thrd_current)
FUNCTION(thrd_detach)
FUNCTION(thrd_equal)
FUNCTION(thrd_exit)
FUNCTION(thrd_join)
FUNCTION(thrd_sleep)
FUNCTION(thrd_yield)
FUNCTION(tss_create)
FUNCTION(tss_delete)
FUNCTION(tss_get)
FUNCTION(tss_set)
