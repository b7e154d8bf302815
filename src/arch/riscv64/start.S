/* SPDX-License-Identifier: MIT */
/*
 * riscv64: where the kernel enters a program that has no libc. The stack pointer points at
 * argc, argv, envp and the auxiliary vector; it is handed to pthin_program_start, with the address
 * of the dynamic section (0 if there is none), both found without any relocation.
 */
#include "arch/asm.h"

    .globl  _start
    .type   _start, %function
_start:
    .cfi_startproc
    .cfi_undefined ra           /* outermost frame: nothing called us */
    .option push
    .option norelax             /* the linker must not make this relative to gp itself */
    lla     gp, __global_pointer$ /* what it makes small data relative to, in all threads */
    .option pop
    li      s0, 0               /* end of the chain of frame pointers */
    li      ra, 0               /* no return address */
    mv      a0, sp              /* first argument: the initial stack */
    .weak   _DYNAMIC
    .hidden _DYNAMIC
    lla     a1, _DYNAMIC        /* second: the dynamic section, as linked or as loaded */
    andi    sp, sp, -16         /* the ABI's alignment */
    call    pthin_program_start /* does not return */
    ebreak                      /* not reached */
    .cfi_endproc
    .size   _start, . - _start
