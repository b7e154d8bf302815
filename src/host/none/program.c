/* SPDX-License-Identifier: MIT */
/* From the kernel's entry to main and out again. */
#include "program.h"

#include <linux/auxvec.h>
#include <pthin/program.h>

int main(int argc, char **argv, char **envp);

typedef void (*initializer)(int, char **, char **);

/* Made by the linker around the arrays of the sections of these names. */
extern initializer __preinit_array_start[] __attribute__((weak, visibility("hidden")));
extern initializer __preinit_array_end[] __attribute__((weak, visibility("hidden")));
extern initializer __init_array_start[] __attribute__((weak, visibility("hidden")));
extern initializer __init_array_end[] __attribute__((weak, visibility("hidden")));

/* AT_RANDOM's bytes; the lowest one is cleared, so that no string runs over the canary. */
static uintptr_t make_canary(void)
{
    uintptr_t canary;
    const void *random = (const void *)host_auxval(AT_RANDOM);
    if (!random)
        __builtin_trap();
    __builtin_memcpy(&canary, random, sizeof canary);
    return canary & ~(uintptr_t)0xff;
}

/* stack: argc, argv, NULL, envp, NULL, auxiliary vector. Called by _start. */
PTHIN_EXPORT _Noreturn void pthin_program_start(uintptr_t *stack, const void *dynamic)
{
    int argc = (int)stack[0];
    char **argv = (char **)(stack + 1);
    char **envp = argv + argc + 1;
    uintptr_t *p = (uintptr_t *)envp;
    while (*p)
        p++;
    program.environment = envp;
    program.auxv = p + 1;
    program.page_size = host_auxval(AT_PAGESZ);
    program_headers(dynamic);
    program_relocate(dynamic);
    program.canary = make_canary();
    program.sysinfo = host_auxval(32 /* AT_SYSINFO: not in the headers of all ports */);
    program_main_thread();
    stack_protector_init(program.canary);

    for (initializer *f = __preinit_array_start; f < __preinit_array_end; f++)
        (*f)(argc, argv, envp);
    for (initializer *f = __init_array_start; f < __init_array_end; f++)
        (*f)(argc, argv, envp);
    host_exit_process(main(argc, argv, envp));
}
