/* SPDX-License-Identifier: MIT */
/* In the archive's member for functions to call at an end: brings libc's atexit into the program. */
#include "host/host.h"

/* In libc for its C++ neighbours, in no header. */
int __cxa_atexit(void (*run)(void *), void *arg, void *library);

bool host_at_process_exit(void (*run)(void *), void *arg)
{
    return __cxa_atexit(run, arg, NULL) == 0;
}
