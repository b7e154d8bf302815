/* SPDX-License-Identifier: MIT */
/* Signal actions as the kernel has them, for the same on every host and port. Signal numbers,
 * siginfo_t and the codes in it are those of <signal.h>, which must not hide them: a libc may want
 * _GNU_SOURCE or _POSIX_C_SOURCE to be defined. */
#ifndef _PTHIN_SIGNAL_H
#define _PTHIN_SIGNAL_H 1

#include <signal.h>
#include <stdint.h>

#include <pthin/bits/declare.h>

#ifndef SI_USER
#    error "<signal.h> hides siginfo_t: compile with -std=gnu11, or define _GNU_SOURCE"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The 64 signals: bit n - 1 is signal n. */
typedef uint64_t pthin_sigset;

/* The third argument is the port's ucontext_t (man getcontext(3)). */
typedef void pthin_signal_handler(int __signal, siginfo_t *__info, void *__context);

/* Instead of a handler */
#define PTHIN_SIG_DFL ((pthin_signal_handler *)0) /* what man signal(7) lists for the signal */
#define PTHIN_SIG_IGN ((pthin_signal_handler *)1) /* nothing */

/* Flags; man sigaction(2) */
#define PTHIN_SA_NOCLDSTOP 0x00000001u
#define PTHIN_SA_NOCLDWAIT 0x00000002u
#define PTHIN_SA_ONSTACK   0x08000000u
#define PTHIN_SA_RESTART   0x10000000u
#define PTHIN_SA_NODEFER   0x40000000u
#define PTHIN_SA_RESETHAND 0x80000000u

struct pthin_sigaction {
    pthin_signal_handler *handler; /* always gets all three arguments */
    uint32_t flags;
    pthin_sigset mask; /* blocked while the handler runs, beside the signal itself */
};

/* Sets what happens on a signal (unless action is NULL) and tells what happened before (unless old
 * is NULL). The code that a handler returns to is the library's, of the kind each port needs.
 * Returns 0, or
 * EINVAL  no such signal, one that cannot be caught, or one that the library or libc reserves */
int pthin_sigaction(int __signal, const struct pthin_sigaction *__action,
                    struct pthin_sigaction *__old) __PTHIN_NOTHROW;

#ifdef __cplusplus
}
#endif
#endif
