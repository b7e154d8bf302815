/* SPDX-License-Identifier: MIT */
#include <pthin/program.h>

#include "host/host.h"

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
