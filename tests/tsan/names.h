/* SPDX-License-Identifier: MIT */
/* Included before all else: our locks beside glibc's, under names of their own; and, to see that
   ThreadSanitizer does look, without an order of memory that they rely on. */
#include <stdatomic.h>

#include "core/base.h"

/* No second names. */
#undef PTHIN_ALIAS
#define PTHIN_ALIAS(old, new) _Static_assert(1, "")
#undef PTHIN_OLD_NAME
#define PTHIN_OLD_NAME(old, id, symbol) _Static_assert(1, "")

#ifdef WITHOUT_ACQUIRE
#    define memory_order_acquire memory_order_relaxed
#endif
#ifdef WITHOUT_RELEASE
#    define memory_order_release memory_order_relaxed
#endif

#define pthread_mutex_init               pthin_pthread_mutex_init
#define pthread_mutex_destroy            pthin_pthread_mutex_destroy
#define pthread_mutex_lock               pthin_pthread_mutex_lock
#define pthread_mutex_trylock            pthin_pthread_mutex_trylock
#define pthread_mutex_unlock             pthin_pthread_mutex_unlock
#define pthread_mutex_timedlock          pthin_pthread_mutex_timedlock
#define pthread_mutex_clocklock          pthin_pthread_mutex_clocklock
#define pthread_mutex_consistent         pthin_pthread_mutex_consistent
#define pthread_mutexattr_init           pthin_pthread_mutexattr_init
#define pthread_mutexattr_destroy        pthin_pthread_mutexattr_destroy
#define pthread_mutexattr_gettype        pthin_pthread_mutexattr_gettype
#define pthread_mutexattr_settype        pthin_pthread_mutexattr_settype
#define pthread_mutexattr_getpshared     pthin_pthread_mutexattr_getpshared
#define pthread_mutexattr_setpshared     pthin_pthread_mutexattr_setpshared
#define pthread_mutexattr_getprotocol    pthin_pthread_mutexattr_getprotocol
#define pthread_mutexattr_setprotocol    pthin_pthread_mutexattr_setprotocol
#define pthread_mutexattr_getrobust      pthin_pthread_mutexattr_getrobust
#define pthread_mutexattr_setrobust      pthin_pthread_mutexattr_setrobust
#define pthread_mutexattr_getrobust_np   pthin_pthread_mutexattr_getrobust_np
#define pthread_mutexattr_setrobust_np   pthin_pthread_mutexattr_setrobust_np
#define pthread_mutexattr_getprioceiling pthin_pthread_mutexattr_getprioceiling
#define pthread_mutexattr_setprioceiling pthin_pthread_mutexattr_setprioceiling
#define pthread_mutexattr_getkind_np     pthin_pthread_mutexattr_getkind_np
#define pthread_mutexattr_setkind_np     pthin_pthread_mutexattr_setkind_np
#define pthread_cond_init                pthin_pthread_cond_init
#define pthread_cond_destroy             pthin_pthread_cond_destroy
#define pthread_cond_wait                pthin_pthread_cond_wait
#define pthread_cond_timedwait           pthin_pthread_cond_timedwait
#define pthread_cond_clockwait           pthin_pthread_cond_clockwait
#define pthread_cond_signal              pthin_pthread_cond_signal
#define pthread_cond_broadcast           pthin_pthread_cond_broadcast
#define pthread_rwlock_init              pthin_pthread_rwlock_init
#define pthread_rwlock_destroy           pthin_pthread_rwlock_destroy
#define pthread_rwlock_rdlock            pthin_pthread_rwlock_rdlock
#define pthread_rwlock_tryrdlock         pthin_pthread_rwlock_tryrdlock
#define pthread_rwlock_timedrdlock       pthin_pthread_rwlock_timedrdlock
#define pthread_rwlock_clockrdlock       pthin_pthread_rwlock_clockrdlock
#define pthread_rwlock_wrlock            pthin_pthread_rwlock_wrlock
#define pthread_rwlock_trywrlock         pthin_pthread_rwlock_trywrlock
#define pthread_rwlock_timedwrlock       pthin_pthread_rwlock_timedwrlock
#define pthread_rwlock_clockwrlock       pthin_pthread_rwlock_clockwrlock
#define pthread_rwlock_unlock            pthin_pthread_rwlock_unlock
#define pthread_barrier_init             pthin_pthread_barrier_init
#define pthread_barrier_destroy          pthin_pthread_barrier_destroy
#define pthread_barrier_wait             pthin_pthread_barrier_wait
#define pthread_barrierattr_init         pthin_pthread_barrierattr_init
#define pthread_barrierattr_destroy      pthin_pthread_barrierattr_destroy
#define pthread_barrierattr_getpshared   pthin_pthread_barrierattr_getpshared
#define pthread_barrierattr_setpshared   pthin_pthread_barrierattr_setpshared
#define pthread_once                     pthin_pthread_once
#define sem_init                         pthin_sem_init
#define sem_destroy                      pthin_sem_destroy
#define sem_getvalue                     pthin_sem_getvalue
#define sem_wait                         pthin_sem_wait
#define sem_trywait                      pthin_sem_trywait
#define sem_timedwait                    pthin_sem_timedwait
#define sem_clockwait                    pthin_sem_clockwait
#define sem_post                         pthin_sem_post
