/* SPDX-License-Identifier: MIT */
/* musl's own functions, of which the public names are ours: those in libc.so itself, whatever libraries
   stand between. */
#ifndef PTHIN_HOST_MUSL_OWN_H
#define PTHIN_HOST_MUSL_OWN_H

#include <aio.h>
#include <mqueue.h>
#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

struct musl_own {
    int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    int (*join)(pthread_t, void **);
    int (*tryjoin)(pthread_t, void **);
    int (*timedjoin)(pthread_t, void **, const struct timespec *);
    int (*detach)(pthread_t);
    void (*exit)(void *) __attribute__((noreturn));
    int (*kill)(pthread_t, int);
    int (*getcpuclockid)(pthread_t, clockid_t *);
    int (*cancel)(pthread_t);
    int (*setcancelstate)(int, int *);
    int (*setcanceltype)(int, int *);
    int (*key_create)(pthread_key_t *, void (*)(void *));
    int (*setspecific)(pthread_key_t, const void *);
    pid_t (*fork)(void);
    int (*atfork)(void (*)(void), void (*)(void), void (*)(void));
    int (*getattr)(pthread_t, pthread_attr_t *);
    int (*attr_init)(pthread_attr_t *);
    int (*attr_setdetachstate)(pthread_attr_t *, int);
    int (*attr_setguardsize)(pthread_attr_t *, size_t);
    int (*attr_setstack)(pthread_attr_t *, void *, size_t);
    int (*attr_setstacksize)(pthread_attr_t *, size_t);
    int (*attr_setinheritsched)(pthread_attr_t *, int);
    int (*attr_setschedpolicy)(pthread_attr_t *, int);
    int (*attr_setschedparam)(pthread_attr_t *, const struct sched_param *);
    int (*attr_getdetachstate)(const pthread_attr_t *, int *);
    int (*attr_getguardsize)(const pthread_attr_t *, size_t *);
    int (*attr_getstack)(const pthread_attr_t *, void **, size_t *);
    void *(*dlopen)(const char *, int);
    void *(*dlsym)(void *, const char *);
    void *(*dlsym_time64)(void *, const char *); /* where time_t was once 32 bits wide */
    int (*setuid)(uid_t u);
    int (*seteuid)(uid_t u);
    int (*setreuid)(uid_t r, uid_t e);
    int (*setresuid)(uid_t r, uid_t e, uid_t s);
    int (*setgid)(gid_t g);
    int (*setegid)(gid_t g);
    int (*setregid)(gid_t r, gid_t e);
    int (*setresgid)(gid_t r, gid_t e, gid_t s);
    int (*setgroups)(size_t n, const gid_t *list);
    int (*initgroups)(const char *user, gid_t g);
    int (*membarrier)(int command, int flags);
    int (*timer_create)(clockid_t, struct sigevent *, timer_t *);
    int (*aio_read)(struct aiocb *);
    int (*aio_write)(struct aiocb *);
    int (*aio_fsync)(int, struct aiocb *);
    int (*lio_listio)(int, struct aiocb *restrict const *, int, struct sigevent *);
    int (*mq_notify)(mqd_t, const struct sigevent *);
};

/* All of them: also before the constructor of this library. */
const struct musl_own *musl_own(void);

#endif
