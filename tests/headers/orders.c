/* SPDX-License-Identifier: MIT */
/* <pthread.h> alone and with the headers around it, before and after them: -DORDER=0 to 5. Every
 * type of POSIX.1-2024 is visible, in strict modes too, and the names that <signal.h> and
 * <unistd.h> also declare do not clash. Compile only, with every language standard, C and C++,
 * with and without -D_GNU_SOURCE and -D_POSIX_C_SOURCE=200809L, and once more with
 * -Wsystem-headers. -DNO_LIBC leaves out the headers that exist with a libc only. */
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
#    ifndef NO_LIBC
#        include <semaphore.h>
#        if !defined __cplusplus && defined __STDC_VERSION__ && __STDC_VERSION__ >= 201112L
#            include <threads.h>
#        endif
#    endif
#endif

#include <pthread.h>

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
#    ifndef NO_LIBC
#        include <semaphore.h>
#        if !defined __cplusplus && defined __STDC_VERSION__ && __STDC_VERSION__ >= 201112L
#            include <threads.h>
#        endif
#    endif
#    include <pthread.h>
#endif

/* Everything that a mode must show, whatever it is. */
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
#if PTHREAD_MUTEX_ERRORCHECK != 2 || PTHREAD_PRIO_PROTECT != 2 || PTHREAD_PROCESS_SHARED != 1
#    error "constants"
#endif
