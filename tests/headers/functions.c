/* SPDX-License-Identifier: MIT */
/* Every function of <pthread.h>, <semaphore.h> and <threads.h> has the prototype that POSIX.1-2024,
 * ISO C, or the libc it comes from gives it: a pointer of exactly that type takes its address.
 *
 * Compile as C and as C++ with -D_GNU_SOURCE -Wall -Wextra -Werror; with the library of the host
 * it must link as well, and the program, run, returns 0 (no function has the address NULL). */
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <threads.h>

typedef void *routine(void *);
typedef void handler(void);
typedef void destructor(void *);

#ifdef __cplusplus
#    define restrict
#endif

/* Not where a program forks by itself. */
#ifdef __PTHIN_NO_FORK
#    define FORK(F)
#else
#    define FORK(F) F(pthread_atfork, int, (handler *, handler *, handler *))
#endif

/* name, result, parameters */
#define FUNCTIONS(F)                                                                               \
    FORK(F)                                                                                        \
    F(pthread_attr_destroy, int, (pthread_attr_t *))                                               \
    F(pthread_attr_getaffinity_np, int, (const pthread_attr_t *, size_t, cpu_set_t *))             \
    F(pthread_attr_getdetachstate, int, (const pthread_attr_t *, int *))                           \
    F(pthread_attr_getguardsize, int, (const pthread_attr_t *restrict, size_t *restrict))          \
    F(pthread_attr_getinheritsched, int, (const pthread_attr_t *restrict, int *restrict))          \
    F(pthread_attr_getschedparam, int,                                                             \
      (const pthread_attr_t *restrict, struct sched_param *restrict))                              \
    F(pthread_attr_getschedpolicy, int, (const pthread_attr_t *restrict, int *restrict))           \
    F(pthread_attr_getscope, int, (const pthread_attr_t *restrict, int *restrict))                 \
    F(pthread_attr_getsigmask_np, int, (const pthread_attr_t *, sigset_t *))                       \
    F(pthread_attr_getstack, int,                                                                  \
      (const pthread_attr_t *restrict, void **restrict, size_t *restrict))                         \
    F(pthread_attr_getstackaddr, int, (const pthread_attr_t *restrict, void **restrict))           \
    F(pthread_attr_getstacksize, int, (const pthread_attr_t *restrict, size_t *restrict))          \
    F(pthread_attr_init, int, (pthread_attr_t *))                                                  \
    F(pthread_attr_setaffinity_np, int, (pthread_attr_t *, size_t, const cpu_set_t *))             \
    F(pthread_attr_setdetachstate, int, (pthread_attr_t *, int))                                   \
    F(pthread_attr_setguardsize, int, (pthread_attr_t *, size_t))                                  \
    F(pthread_attr_setinheritsched, int, (pthread_attr_t *, int))                                  \
    F(pthread_attr_setschedparam, int,                                                             \
      (pthread_attr_t *restrict, const struct sched_param *restrict))                              \
    F(pthread_attr_setschedpolicy, int, (pthread_attr_t *, int))                                   \
    F(pthread_attr_setscope, int, (pthread_attr_t *, int))                                         \
    F(pthread_attr_setsigmask_np, int, (pthread_attr_t *, const sigset_t *))                       \
    F(pthread_attr_setstack, int, (pthread_attr_t *, void *, size_t))                              \
    F(pthread_attr_setstackaddr, int, (pthread_attr_t *, void *))                                  \
    F(pthread_attr_setstacksize, int, (pthread_attr_t *, size_t))                                  \
    F(pthread_barrier_destroy, int, (pthread_barrier_t *))                                         \
    F(pthread_barrier_init, int,                                                                   \
      (pthread_barrier_t *restrict, const pthread_barrierattr_t *restrict, unsigned))              \
    F(pthread_barrier_wait, int, (pthread_barrier_t *))                                            \
    F(pthread_barrierattr_destroy, int, (pthread_barrierattr_t *))                                 \
    F(pthread_barrierattr_getpshared, int, (const pthread_barrierattr_t *restrict, int *restrict)) \
    F(pthread_barrierattr_init, int, (pthread_barrierattr_t *))                                    \
    F(pthread_barrierattr_setpshared, int, (pthread_barrierattr_t *, int))                         \
    F(pthread_cancel, int, (pthread_t))                                                            \
    F(pthread_clockjoin_np, int, (pthread_t, void **, clockid_t, const struct timespec *))         \
    F(pthread_cond_broadcast, int, (pthread_cond_t *))                                             \
    F(pthread_cond_clockwait, int,                                                                 \
      (pthread_cond_t *restrict, pthread_mutex_t *restrict, clockid_t,                             \
       const struct timespec *restrict))                                                           \
    F(pthread_cond_destroy, int, (pthread_cond_t *))                                               \
    F(pthread_cond_init, int, (pthread_cond_t *restrict, const pthread_condattr_t *restrict))      \
    F(pthread_cond_signal, int, (pthread_cond_t *))                                                \
    F(pthread_cond_timedwait, int,                                                                 \
      (pthread_cond_t *restrict, pthread_mutex_t *restrict, const struct timespec *restrict))      \
    F(pthread_cond_wait, int, (pthread_cond_t *restrict, pthread_mutex_t *restrict))               \
    F(pthread_condattr_destroy, int, (pthread_condattr_t *))                                       \
    F(pthread_condattr_getclock, int, (const pthread_condattr_t *restrict, clockid_t *restrict))   \
    F(pthread_condattr_getpshared, int, (const pthread_condattr_t *restrict, int *restrict))       \
    F(pthread_condattr_init, int, (pthread_condattr_t *))                                          \
    F(pthread_condattr_setclock, int, (pthread_condattr_t *, clockid_t))                           \
    F(pthread_condattr_setpshared, int, (pthread_condattr_t *, int))                               \
    F(pthread_create, int,                                                                         \
      (pthread_t *restrict, const pthread_attr_t *restrict, routine *, void *restrict))            \
    F(pthread_detach, int, (pthread_t))                                                            \
    F(pthread_equal, int, (pthread_t, pthread_t))                                                  \
    F(pthread_exit, void, (void *))                                                                \
    F(pthread_getaffinity_np, int, (pthread_t, size_t, cpu_set_t *))                               \
    F(pthread_getattr_default_np, int, (pthread_attr_t *))                                         \
    F(pthread_getattr_np, int, (pthread_t, pthread_attr_t *))                                      \
    F(pthread_getconcurrency, int, (void))                                                         \
    F(pthread_getcpuclockid, int, (pthread_t, clockid_t *))                                        \
    F(pthread_getname_np, int, (pthread_t, char *, size_t))                                        \
    F(pthread_getschedparam, int, (pthread_t, int *restrict, struct sched_param *restrict))        \
    F(pthread_getspecific, void *, (pthread_key_t))                                                \
    F(pthread_gettid_np, pid_t, (pthread_t))                                                       \
    F(pthread_join, int, (pthread_t, void **))                                                     \
    F(pthread_key_create, int, (pthread_key_t *, destructor *))                                    \
    F(pthread_key_delete, int, (pthread_key_t))                                                    \
    F(pthread_kill, int, (pthread_t, int))                                                         \
    F(pthread_mutex_clocklock, int,                                                                \
      (pthread_mutex_t *restrict, clockid_t, const struct timespec *restrict))                     \
    F(pthread_mutex_consistent, int, (pthread_mutex_t *))                                          \
    F(pthread_mutex_consistent_np, int, (pthread_mutex_t *))                                       \
    F(pthread_mutex_destroy, int, (pthread_mutex_t *))                                             \
    F(pthread_mutex_getprioceiling, int, (const pthread_mutex_t *restrict, int *restrict))         \
    F(pthread_mutex_init, int, (pthread_mutex_t *restrict, const pthread_mutexattr_t *restrict))   \
    F(pthread_mutex_lock, int, (pthread_mutex_t *))                                                \
    F(pthread_mutex_setprioceiling, int, (pthread_mutex_t *restrict, int, int *restrict))          \
    F(pthread_mutex_timedlock, int, (pthread_mutex_t *restrict, const struct timespec *restrict))  \
    F(pthread_mutex_trylock, int, (pthread_mutex_t *))                                             \
    F(pthread_mutex_unlock, int, (pthread_mutex_t *))                                              \
    F(pthread_mutexattr_destroy, int, (pthread_mutexattr_t *))                                     \
    F(pthread_mutexattr_getprioceiling, int, (const pthread_mutexattr_t *restrict, int *restrict)) \
    F(pthread_mutexattr_getprotocol, int, (const pthread_mutexattr_t *restrict, int *restrict))    \
    F(pthread_mutexattr_getpshared, int, (const pthread_mutexattr_t *restrict, int *restrict))     \
    F(pthread_mutexattr_getrobust, int, (const pthread_mutexattr_t *restrict, int *restrict))      \
    F(pthread_mutexattr_getrobust_np, int, (pthread_mutexattr_t *, int *))                         \
    F(pthread_mutexattr_gettype, int, (const pthread_mutexattr_t *restrict, int *restrict))        \
    F(pthread_mutexattr_init, int, (pthread_mutexattr_t *))                                        \
    F(pthread_mutexattr_setprioceiling, int, (pthread_mutexattr_t *, int))                         \
    F(pthread_mutexattr_setprotocol, int, (pthread_mutexattr_t *, int))                            \
    F(pthread_mutexattr_setpshared, int, (pthread_mutexattr_t *, int))                             \
    F(pthread_mutexattr_setrobust, int, (pthread_mutexattr_t *, int))                              \
    F(pthread_mutexattr_setrobust_np, int, (pthread_mutexattr_t *, int))                           \
    F(pthread_mutexattr_settype, int, (pthread_mutexattr_t *, int))                                \
    F(pthread_once, int, (pthread_once_t *, handler *))                                            \
    F(pthread_rwlock_clockrdlock, int,                                                             \
      (pthread_rwlock_t *restrict, clockid_t, const struct timespec *restrict))                    \
    F(pthread_rwlock_clockwrlock, int,                                                             \
      (pthread_rwlock_t *restrict, clockid_t, const struct timespec *restrict))                    \
    F(pthread_rwlock_destroy, int, (pthread_rwlock_t *))                                           \
    F(pthread_rwlock_init, int,                                                                    \
      (pthread_rwlock_t *restrict, const pthread_rwlockattr_t *restrict))                          \
    F(pthread_rwlock_rdlock, int, (pthread_rwlock_t *))                                            \
    F(pthread_rwlock_timedrdlock, int,                                                             \
      (pthread_rwlock_t *restrict, const struct timespec *restrict))                               \
    F(pthread_rwlock_timedwrlock, int,                                                             \
      (pthread_rwlock_t *restrict, const struct timespec *restrict))                               \
    F(pthread_rwlock_tryrdlock, int, (pthread_rwlock_t *))                                         \
    F(pthread_rwlock_trywrlock, int, (pthread_rwlock_t *))                                         \
    F(pthread_rwlock_unlock, int, (pthread_rwlock_t *))                                            \
    F(pthread_rwlock_wrlock, int, (pthread_rwlock_t *))                                            \
    F(pthread_rwlockattr_destroy, int, (pthread_rwlockattr_t *))                                   \
    F(pthread_rwlockattr_getkind_np, int, (const pthread_rwlockattr_t *restrict, int *restrict))   \
    F(pthread_rwlockattr_getpshared, int, (const pthread_rwlockattr_t *restrict, int *restrict))   \
    F(pthread_rwlockattr_init, int, (pthread_rwlockattr_t *))                                      \
    F(pthread_rwlockattr_setkind_np, int, (pthread_rwlockattr_t *, int))                           \
    F(pthread_rwlockattr_setpshared, int, (pthread_rwlockattr_t *, int))                           \
    F(pthread_self, pthread_t, (void))                                                             \
    F(pthread_setaffinity_np, int, (pthread_t, size_t, const cpu_set_t *))                         \
    F(pthread_setattr_default_np, int, (const pthread_attr_t *))                                   \
    F(pthread_setcancelstate, int, (int, int *))                                                   \
    F(pthread_setcanceltype, int, (int, int *))                                                    \
    F(pthread_setconcurrency, int, (int))                                                          \
    F(pthread_setname_np, int, (pthread_t, const char *))                                          \
    F(pthread_setschedparam, int, (pthread_t, int, const struct sched_param *))                    \
    F(pthread_setschedprio, int, (pthread_t, int))                                                 \
    F(pthread_setspecific, int, (pthread_key_t, const void *))                                     \
    F(pthread_sigmask, int, (int, const sigset_t *restrict, sigset_t *restrict))                   \
    F(pthread_sigqueue, int, (pthread_t, int, union sigval))                                       \
    F(pthread_spin_destroy, int, (pthread_spinlock_t *))                                           \
    F(pthread_spin_init, int, (pthread_spinlock_t *, int))                                         \
    F(pthread_spin_lock, int, (pthread_spinlock_t *))                                              \
    F(pthread_spin_trylock, int, (pthread_spinlock_t *))                                           \
    F(pthread_spin_unlock, int, (pthread_spinlock_t *))                                            \
    F(pthread_testcancel, void, (void))                                                            \
    F(pthread_timedjoin_np, int, (pthread_t, void **, const struct timespec *))                    \
    F(pthread_tryjoin_np, int, (pthread_t, void **))                                               \
    F(pthread_yield, int, (void))                                                                  \
    F(call_once, void, (once_flag *, void (*)(void)))                                              \
    F(cnd_broadcast, int, (cnd_t *))                                                               \
    F(cnd_destroy, void, (cnd_t *))                                                                \
    F(cnd_init, int, (cnd_t *))                                                                    \
    F(cnd_signal, int, (cnd_t *))                                                                  \
    F(cnd_timedwait, int, (cnd_t *restrict, mtx_t *restrict, const struct timespec *restrict))     \
    F(cnd_wait, int, (cnd_t *, mtx_t *))                                                           \
    F(mtx_destroy, void, (mtx_t *))                                                                \
    F(mtx_init, int, (mtx_t *, int))                                                               \
    F(mtx_lock, int, (mtx_t *))                                                                    \
    F(mtx_timedlock, int, (mtx_t *restrict, const struct timespec *restrict))                      \
    F(mtx_trylock, int, (mtx_t *))                                                                 \
    F(mtx_unlock, int, (mtx_t *))                                                                  \
    F(sem_clockwait, int, (sem_t *restrict, clockid_t, const struct timespec *restrict))           \
    F(sem_close, int, (sem_t *))                                                                   \
    F(sem_destroy, int, (sem_t *))                                                                 \
    F(sem_getvalue, int, (sem_t *restrict, int *restrict))                                         \
    F(sem_init, int, (sem_t *, int, unsigned))                                                     \
    F(sem_open, sem_t *, (const char *, int, ...))                                                 \
    F(sem_post, int, (sem_t *))                                                                    \
    F(sem_timedwait, int, (sem_t *restrict, const struct timespec *restrict))                      \
    F(sem_trywait, int, (sem_t *))                                                                 \
    F(sem_unlink, int, (const char *))                                                             \
    F(sem_wait, int, (sem_t *))                                                                    \
    F(thrd_create, int, (thrd_t *, thrd_start_t, void *))                                          \
    F(thrd_current, thrd_t, (void))                                                                \
    F(thrd_detach, int, (thrd_t))                                                                  \
    F(thrd_equal, int, (thrd_t, thrd_t))                                                           \
    F(thrd_exit, void, (int))                                                                      \
    F(thrd_join, int, (thrd_t, int *))                                                             \
    F(thrd_sleep, int, (const struct timespec *, struct timespec *))                               \
    F(thrd_yield, void, (void))                                                                    \
    F(tss_create, int, (tss_t *, tss_dtor_t))                                                      \
    F(tss_delete, void, (tss_t))                                                                   \
    F(tss_get, void *, (tss_t))                                                                    \
    F(tss_set, int, (tss_t, void *))

/* Some are deprecated, but they have to be there. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#define DECLARE(name, result, parameters) result(*volatile name##_address) parameters = name;
FUNCTIONS(DECLARE)

int main(void)
{
    int missing = 0;
#define COUNT(name, result, parameters) missing += name##_address == 0;
    FUNCTIONS(COUNT)
    return missing;
}
