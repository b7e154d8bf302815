/* SPDX-License-Identifier: MIT */
/*
 * aarch64: where the kernel enters a program that has no libc. The stack pointer points at
 * argc, argv, envp and the auxiliary vector; it is handed to pthin_program_start, with the address
 * of the dynamic section (0 if there is none), both found without any relocation.
 */
#include "arch/asm.h"

    .globl  _start
    .type   _start, %function
_start:
    .cfi_startproc
    .cfi_undefined x30          /* outermost frame: nothing called us */
    hint    34                  /* bti c: the kernel's jump is an indirect one */
    mov     x29, xzr            /* end of the chain of frame pointers */
    mov     x30, xzr            /* no return address */
    mov     x0, sp              /* first argument: the initial stack */
    .weak   _DYNAMIC
    .hidden _DYNAMIC
    adr     x2, 1f              /* the dynamic section, as linked or as loaded, is as far */
    ldr     x1, [x2]            /* from here as the linker wrote down */
    add     x1, x1, x2          /* second: its address */
    and     sp, x0, #-16        /* the ABI's alignment */
    bl      pthin_program_start /* does not return */
    brk     #1                  /* not reached */
    .cfi_endproc
    .balign 8
1:  .xword  _DYNAMIC - .        /* minus this address if there is none */
    .size   _start, . - _start
