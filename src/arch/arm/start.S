/* SPDX-License-Identifier: MIT */
/*
 * arm: where the kernel enters a program that has no libc. The stack pointer points at argc, argv,
 * envp and the auxiliary vector; it is handed to pthin_program_start, with the address of the dynamic
 * section (0 if there is none), both found without any relocation.
 */
#include "arch/asm.h"

    .globl  _start
    .type   _start, %function
_start:
    .fnstart
    .cfi_startproc
    .cantunwind                 /* outermost frame: nothing called us */
    .cfi_undefined lr
    mov     r11, #0             /* end of the chain of frame pointers */
    mov     lr, #0              /* no return address */
    mov     r0, sp              /* first argument: the initial stack */
    .weak   _DYNAMIC
    .hidden _DYNAMIC
    adr     r2, 1f              /* the dynamic section, as linked or as loaded, is as far */
    ldr     r1, [r2]            /* from here as the linker wrote down */
    add     r1, r1, r2          /* second: its address */
    bic     r3, r0, #7          /* the ABI's alignment */
    mov     sp, r3
    bl      pthin_program_start /* does not return */
    udf     #0
1:  .word   _DYNAMIC - .        /* minus this address if there is none */
    .cfi_endproc
    .fnend
    .size   _start, . - _start
