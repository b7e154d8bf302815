/* SPDX-License-Identifier: MIT */
/*
 * x86_64: where the kernel enters a program that has no libc. The stack pointer points at
 * argc, argv, envp and the auxiliary vector; it is handed to pthin_program_start, with the address
 * of the dynamic section (0 if there is none), both found without any relocation.
 */
#include "arch/asm.h"

    .globl  _start
    .type   _start, %function
_start:
    .cfi_startproc
    .cfi_undefined rip          /* outermost frame: nothing called us */
    xor     %ebp, %ebp          /* end of the chain of frame pointers */
    mov     %rsp, %rdi          /* first argument: the initial stack */
    .weak   _DYNAMIC
    .hidden _DYNAMIC
    lea     _DYNAMIC(%rip), %rsi /* second: the dynamic section, as linked or as loaded */
    and     $-16, %rsp          /* the ABI's alignment */
    call    pthin_program_start /* does not return */
    hlt
    .cfi_endproc
    .size   _start, . - _start
