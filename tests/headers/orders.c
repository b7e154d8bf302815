/* SPDX-License-Identifier: MIT */
/* <pthread.h> alone and with the headers around it, before and after them: -DORDER=0 to 5;
 * <semaphore.h> alone, 6; <threads.h> alone, 7. Every type of POSIX.1-2024 is visible, in strict
 * modes too, and the names that <signal.h> and <unistd.h> also declare do not clash. Compile only,
 * with every language standard, C and C++, with and without -D_GNU_SOURCE and
 * -D_POSIX_C_SOURCE=200809L, and once more with -Wsystem-headers. */
#ifndef ORDER
#    define ORDER 0
#endif

#if ORDER == 1
#    include <signal.h>
#    include <sys/types.h>
#    include <time.h>
#    include <sched.h>
#    include <stdlib.h>
#    include <unistd.h>
#elif ORDER == 2
#    include <unistd.h>
#    include <stdlib.h>
#    include <sched.h>
#    include <time.h>
#    include <sys/types.h>
#    include <signal.h>
#elif ORDER == 5
#    include <limits.h>
#    include <errno.h>
#    include <string.h>
#    include <sched.h>
#    include <signal.h>
#endif
#if ORDER == 1 || ORDER == 2
#    include <semaphore.h>
#    include <threads.h>
#endif

#if ORDER == 6
#    include <semaphore.h>
#elif ORDER == 7
#    include <threads.h>
#else
#    include <pthread.h>
#endif

#if ORDER == 3 || ORDER == 4
#    if ORDER == 3
#        include <signal.h>
#        include <sys/types.h>
#        include <time.h>
#        include <sched.h>
#        include <stdlib.h>
#        include <unistd.h>
#    else
#        include <unistd.h>
#        include <stdlib.h>
#        include <sched.h>
#        include <time.h>
#        include <sys/types.h>
#        include <signal.h>
#    endif
#    include <threads.h>
#    include <semaphore.h>
#    include <pthread.h>
#endif

/* Everything that a mode must show, whatever it is. */
#if ORDER <= 5
struct every_type {
    pthread_t thread;
    pthread_attr_t attr;
    pthread_mutex_t mutex;
    pthread_mutexattr_t mutexattr;
    pthread_cond_t cond;
    pthread_condattr_t condattr;
    pthread_rwlock_t rwlock;
    pthread_rwlockattr_t rwlockattr;
    pthread_spinlock_t spin;
    pthread_barrier_t barrier;
    pthread_barrierattr_t barrierattr;
    pthread_key_t key;
    pthread_once_t once;
    struct timespec time;
    struct sched_param param;
    clockid_t clock;
    sigset_t mask;
    size_t size;
};

int use(struct every_type *every);
int use(struct every_type *every)
{
    void *low;
    return pthread_mutex_lock(&every->mutex) +
           pthread_rwlock_timedrdlock(&every->rwlock, &every->time) +
           pthread_mutex_clocklock(&every->mutex, every->clock, &every->time) +
           pthread_attr_getstack(&every->attr, &low, &every->size) +
           pthread_attr_setschedparam(&every->attr, &every->param) +
           pthread_barrier_wait(&every->barrier) + pthread_spin_lock(&every->spin) +
           pthread_setspecific(every->key, low) + pthread_kill(every->thread, 0) +
           pthread_sigmask(0, &every->mask, (sigset_t *)0) + PTHREAD_MUTEX_RECURSIVE +
           PTHREAD_BARRIER_SERIAL_THREAD + pthread_equal(every->thread, pthread_self());
}

/* The constants are known to the preprocessor. */
#    if PTHREAD_MUTEX_ERRORCHECK != 2 || PTHREAD_PRIO_PROTECT != 2 || PTHREAD_PROCESS_SHARED != 1
#        error "constants"
#    endif
#endif

#if (ORDER >= 1 && ORDER <= 4) || ORDER == 6
int use_semaphore(sem_t *sem, clockid_t clock, const struct timespec *time);
int use_semaphore(sem_t *sem, clockid_t clock, const struct timespec *time)
{
    int value;
    sem_t *named = sem_open("/name", 0);
    if (named == SEM_FAILED)
        return sem_init(sem, 0, 1);
    return sem_wait(sem) + sem_trywait(sem) + sem_timedwait(sem, time) +
           sem_clockwait(sem, clock, time) + sem_post(sem) + sem_getvalue(sem, &value) +
           sem_destroy(sem) + sem_close(named) + sem_unlink("/name") + value;
}
#endif

#if (ORDER >= 1 && ORDER <= 4) || ORDER == 7
static once_flag once = ONCE_FLAG_INIT;
#    if defined __cplusplus ? __cplusplus >= 201103L : __STDC_VERSION__ >= 201112L
static thread_local int mine;
#    else
static int mine;
#    endif

int use_threads(mtx_t *mutex, cnd_t *cond, tss_t key, thrd_start_t start, tss_dtor_t destructor,
                void (*routine)(void), const struct timespec *time);
int use_threads(mtx_t *mutex, cnd_t *cond, tss_t key, thrd_start_t start, tss_dtor_t destructor,
                void (*routine)(void), const struct timespec *time)
{
    thrd_t thread = thrd_current();
    struct timespec left = {0, 0};
    call_once(&once, routine);
    if (thrd_create(&thread, start, &left) != thrd_success || !thrd_equal(thread, thrd_current()))
        thrd_exit(thrd_error + thrd_busy + thrd_nomem + thrd_timedout);
    thrd_yield();
    return thrd_join(thread, &mine) + thrd_detach(thread) + thrd_sleep(time, &left) +
           mtx_init(mutex, mtx_plain | mtx_timed | mtx_recursive) + mtx_timedlock(mutex, time) +
           cnd_timedwait(cond, mutex, time) + tss_create(&key, destructor) +
           tss_set(key, tss_get(key)) + TSS_DTOR_ITERATIONS;
}
#endif
