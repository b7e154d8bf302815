/* SPDX-License-Identifier: MIT */
/* In a static program this brings libc's atexit with it: the archive has it in a member of its own. */
#include "host/host.h"

/* In libc for its C++ neighbours, in no header. */
int __cxa_atexit(void (*run)(void *), void *arg, void *library);

bool host_at_process_exit(void (*run)(void *), void *arg)
{
    return __cxa_atexit(run, arg, NULL) == 0;
}
