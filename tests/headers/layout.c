/* SPDX-License-Identifier: MIT */
/* Sizes and alignments of the types of <pthread.h>, <semaphore.h> and <threads.h>: those of the
 * libc around us, and with no libc those that both libcs have in common. Compile only, as C11, for
 * every port. */
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stddef.h>
#include <threads.h>

#define ALIGN_OF(type)                                                                             \
    offsetof(                                                                                      \
        struct {                                                                                   \
            char c;                                                                                \
            type t;                                                                                \
        },                                                                                         \
        t)
#define LAYOUT(type, size, align)                                                                  \
    _Static_assert(sizeof(type) == (size), "size of " #type);                                      \
    _Static_assert(ALIGN_OF(type) == (align), "alignment of " #type)

#if __SIZEOF_LONG__ == 8
#    define BY_WORD(on64, on32) (on64)
#else
#    define BY_WORD(on64, on32) (on32)
#endif
#if defined __GLIBC__ && defined __aarch64__
#    define ON_GLIBC_AARCH64(this, others) (this)
#else
#    define ON_GLIBC_AARCH64(this, others) (others)
#endif
#if defined __GLIBC__
#    define BY_HOST(glibc, musl, none) (glibc)
#elif defined __DEFINED_pthread_t
#    define BY_HOST(glibc, musl, none) (musl)
#else
#    define BY_HOST(glibc, musl, none) (none)
#endif
/* long long in a structure: i386 is content with 4. */
#ifdef __i386__
#    define LONG_LONG 4
#else
#    define LONG_LONG 8
#endif

LAYOUT(pthread_t, sizeof(long), sizeof(long));
LAYOUT(pthread_key_t, 4, 4);
LAYOUT(pthread_once_t, 4, 4);
LAYOUT(pthread_spinlock_t, 4, 4);
LAYOUT(pthread_attr_t, ON_GLIBC_AARCH64(64, BY_WORD(56, 36)), sizeof(long));
LAYOUT(pthread_mutex_t, ON_GLIBC_AARCH64(48, BY_WORD(40, 24)), sizeof(long));
LAYOUT(pthread_mutexattr_t, ON_GLIBC_AARCH64(8, 4), 4);
LAYOUT(pthread_cond_t, 48, BY_HOST(LONG_LONG, sizeof(long), 8));
LAYOUT(pthread_condattr_t, ON_GLIBC_AARCH64(8, 4), 4);
LAYOUT(pthread_rwlock_t, BY_WORD(56, 32), sizeof(long));
LAYOUT(pthread_rwlockattr_t, 8, BY_HOST(sizeof(long), 4, sizeof(long)));
LAYOUT(pthread_barrier_t, BY_WORD(32, 20), sizeof(long));
LAYOUT(pthread_barrierattr_t, ON_GLIBC_AARCH64(8, 4), 4);
LAYOUT(sem_t, 4 * sizeof(long), BY_HOST(sizeof(long), 4, sizeof(long)));
LAYOUT(thrd_t, sizeof(long), sizeof(long));
LAYOUT(mtx_t, sizeof(pthread_mutex_t), ALIGN_OF(pthread_mutex_t));
LAYOUT(cnd_t, sizeof(pthread_cond_t), ALIGN_OF(pthread_cond_t));
LAYOUT(tss_t, 4, 4);
LAYOUT(once_flag, 4, 4);
LAYOUT(struct sched_param, BY_HOST(4, BY_WORD(48, 28), 4), BY_HOST(4, sizeof(long), 4));
LAYOUT(sigset_t, 128, sizeof(long));

#ifdef __GLIBC__
/* glibc's 32-bit time_t is its own affair. */
#    if __SIZEOF_LONG__ == 8
LAYOUT(struct timespec, 16, 8);
#    endif
#else
LAYOUT(struct timespec, 16, LONG_LONG);
_Static_assert(offsetof(struct timespec, tv_nsec) == 8, "tv_nsec");
#endif
