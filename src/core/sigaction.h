/* SPDX-License-Identifier: MIT */
/* Signal actions by the kernel's own call. So they can be set also for the signals that a libc
   keeps to itself. */
#ifndef PTHIN_CORE_SIGACTION_H
#define PTHIN_CORE_SIGACTION_H

#include "arch/arch.h"
#include "syscalls.h"

/* The kernel's struct sigaction. */
struct ksigaction {
    void (*handler)(int, void *, void *); /* SA_SIGINFO's three arguments */
    unsigned long flags;
#if ARCH_SA_RESTORER
    void (*restorer)(void);
#endif
    ksigset mask;
};
_Static_assert(offsetof(struct ksigaction, mask) == (ARCH_SA_RESTORER ? 3 : 2) * sizeof(long),
               "kernel ABI");

/* Instead of a handler. */
#define KSA_DEFAULT ((void (*)(int, void *, void *))0)
#define KSA_IGNORE  ((void (*)(int, void *, void *))1)

#define KSA_SIGINFO  0x00000004ul
#define KSA_RESTORER ARCH_SA_RESTORER
#define KSA_ONSTACK  0x08000000ul
#define KSA_RESTART  0x10000000ul

/* 0 or -errno. The restorer, where the port has one, is put in here: action need not have it. */
long sys_sigaction(int sig, const struct ksigaction *action, struct ksigaction *old);

/* The same for an action that the program asks for. 0; EINVAL: no such signal, or one that the
   library keeps to itself. In action, signals of that kind are taken out of the mask; in *old there
   is no sign of the restorer. */
int sigaction_program(int sig, struct ksigaction *action, struct ksigaction *old);

/* Installs a handler that blocks all signals, restarts calls and runs on the alternate stack. 0 or a
   negative errno: the signal must not be sent then, which would end the process. */
long sigaction_internal(int sig, void (*handler)(int, void *, void *));

#endif
