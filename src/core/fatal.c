/* SPDX-License-Identifier: MIT */
#include "syscalls.h"

#define SIGNAL_ABRT 6 /* the same on all ports */

_Noreturn void fatal(const char *message)
{
    size_t n = 0;
    while (message[n])
        n++;
    sys_write(2, "pthin: ", 7);
    sys_write(2, message, n);
    sys_write(2, "\n", 1);

    /* A blocked or handled SIGABRT must not stop the program from ending. */
    ksigset abrt = KSIG(SIGNAL_ABRT);
    sys_sigprocmask(KSIG_UNBLOCK, &abrt, NULL);
    sys_tgkill(sys_getpid(), sys_gettid(), SIGNAL_ABRT);
    sys_exit_process(127);
}
