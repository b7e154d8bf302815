/* SPDX-License-Identifier: MIT */
#include <pthin/program.h>

#include <asm/errno.h>

#include "host/host.h"

PTHIN_EXPORT int pthin_program_at_exit(void (*function)(void *), void *arg)
{
    return host_at_process_exit(function, arg) ? 0 : ENOMEM;
}

PTHIN_EXPORT _Noreturn void pthin_program_exit(int status)
{
    host_exit_process(status);
}

PTHIN_EXPORT _Noreturn void pthin_program_immediate_exit(int status)
{
    sys_exit_process(status);
}

PTHIN_EXPORT _Noreturn void pthin_program_trap(void)
{
    __builtin_trap();
}

PTHIN_EXPORT uintptr_t pthin_getauxval(unsigned long type)
{
    return host_auxval(type);
}
