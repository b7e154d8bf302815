/* SPDX-License-Identifier: MIT */
#include <pthin/program.h>

#include <asm/errno.h>

#include "host/host.h"

PTHIN_EXPORT int pthin_program_at_exit(void (*function)(void *), void *arg)
{
    return host_at_process_exit(function, arg) ? 0 : ENOMEM;
}
