/* SPDX-License-Identifier: MIT */
/* <signal.h> with no libc: signal numbers, sets, handlers, and the signals of threads. The
 * numbers and siginfo_t are the kernel's, the same on all of pthin's ports. */
#ifndef _SIGNAL_H
#define _SIGNAL_H 1
#pragma GCC system_header

#include <pthin/bits/types.h>

#define SIGHUP    1
#define SIGINT    2
#define SIGQUIT   3
#define SIGILL    4
#define SIGTRAP   5
#define SIGABRT   6
#define SIGIOT    SIGABRT
#define SIGBUS    7
#define SIGFPE    8
#define SIGKILL   9
#define SIGUSR1   10
#define SIGSEGV   11
#define SIGUSR2   12
#define SIGPIPE   13
#define SIGALRM   14
#define SIGTERM   15
#define SIGSTKFLT 16
#define SIGCHLD   17
#define SIGCONT   18
#define SIGSTOP   19
#define SIGTSTP   20
#define SIGTTIN   21
#define SIGTTOU   22
#define SIGURG    23
#define SIGXCPU   24
#define SIGXFSZ   25
#define SIGVTALRM 26
#define SIGPROF   27
#define SIGWINCH  28
#define SIGIO     29
#define SIGPOLL   SIGIO
#define SIGPWR    30
#define SIGSYS    31
/* 32 to 34 belong to the library, as in the libcs. */
#define SIGRTMIN 35
#define SIGRTMAX 64
#define NSIG     65
#define _NSIG    NSIG

/* pthread_sigmask */
#define SIG_BLOCK   0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2

#define SIG_DFL ((void (*)(int))0)
#define SIG_IGN ((void (*)(int))1)
#define SIG_ERR ((void (*)(int))(-1))

/* sa_flags */
#define SA_NOCLDSTOP 0x00000001
#define SA_NOCLDWAIT 0x00000002
#define SA_SIGINFO   0x00000004
#define SA_ONSTACK   0x08000000
#define SA_RESTART   0x10000000
#define SA_NODEFER   0x40000000
#define SA_RESETHAND 0x80000000

/* si_code */
#define SI_USER     0
#define SI_KERNEL   128
#define SI_QUEUE    (-1)
#define SI_TIMER    (-2)
#define SI_MESGQ    (-3)
#define SI_ASYNCIO  (-4)
#define SI_SIGIO    (-5)
#define SI_TKILL    (-6)
#define SEGV_MAPERR 1
#define SEGV_ACCERR 2
#define BUS_ADRALN  1
#define BUS_ADRERR  2
#define BUS_OBJERR  3

typedef int sig_atomic_t;

union sigval {
    int sival_int;
    void *sival_ptr;
};

/* The kernel's: three ints, then, aligned for a pointer, what belongs to the sort of signal. */
typedef struct {
    int si_signo;
    int si_errno;
    int si_code;
    __extension__ union {
        int __words[__SIZEOF_POINTER__ == 8 ? 28 : 29];
        void *si_addr;
        __extension__ struct {
            pid_t si_pid;
            uid_t si_uid;
            __extension__ union {
                union sigval si_value;
                int si_status;
            };
        };
    };
} siginfo_t;

struct sigaction {
    __extension__ union {
        void (*sa_handler)(int);
        void (*sa_sigaction)(int, siginfo_t *, void *);
    };
    sigset_t sa_mask;
    int sa_flags;
};

#ifdef __cplusplus
extern "C" {
#endif

/* Empties a set. 0. POSIX.1-2024 sigemptyset; man sigemptyset(3) */
extern int sigemptyset(sigset_t *__set) __attribute__((__nothrow__));

/* Puts every signal into a set, except the library's own. 0.
 * POSIX.1-2024 sigfillset; man sigfillset(3) */
extern int sigfillset(sigset_t *__set) __attribute__((__nothrow__));

/* Adds a signal. 0, or -1 with errno EINVAL. POSIX.1-2024 sigaddset; man sigaddset(3) */
extern int sigaddset(sigset_t *__set, int __sig) __attribute__((__nothrow__));

/* Takes a signal out. 0, or -1 with errno EINVAL. POSIX.1-2024 sigdelset; man sigdelset(3) */
extern int sigdelset(sigset_t *__set, int __sig) __attribute__((__nothrow__));

/* Whether the signal is in the set: 1 or 0, or -1 with errno EINVAL.
 * POSIX.1-2024 sigismember; man sigismember(3) */
extern int sigismember(const sigset_t *__set, int __sig) __attribute__((__nothrow__));

/* Sets what a signal does unless action is NULL; what it did before goes to *old unless NULL.
 * -1 with errno EINVAL: no such signal, the library's, or SIGKILL, SIGSTOP.
 * POSIX.1-2024 sigaction; man sigaction(2) */
extern int sigaction(int __sig, const struct sigaction *__restrict __action,
                     struct sigaction *__restrict __old) __attribute__((__nothrow__));

/* Sends a signal to the calling thread and returns after its handler. 0, or -1 with errno EINVAL.
 * POSIX.1-2024 raise; man raise(3) */
extern int raise(int __sig) __attribute__((__nothrow__));

/* Sends a signal to the thread; 0 only checks. Returns EINVAL bad signal; ESRCH.
 * POSIX.1-2024 pthread_kill; man pthread_kill(3) */
extern int pthread_kill(pthread_t __th, int __sig) __attribute__((__nothrow__));

/* Changes the caller's signal mask unless set is NULL; the mask before goes to *old unless NULL.
 * Returns EINVAL bad how. POSIX.1-2024 pthread_sigmask; man pthread_sigmask(3) */
extern int pthread_sigmask(int __how, const sigset_t *__restrict __set, sigset_t *__restrict __old)
    __attribute__((__nothrow__));

/* As pthread_kill with a value for the handler. Returns EAGAIN queue full; EINVAL; ESRCH.
 * man pthread_sigqueue(3) */
extern int pthread_sigqueue(pthread_t __th, int __sig, const union sigval __value)
    __attribute__((__nothrow__));

#ifdef __cplusplus
}
#endif

#endif
