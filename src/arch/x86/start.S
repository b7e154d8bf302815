/* SPDX-License-Identifier: MIT */
/*
 * x86: where the kernel enters a program that has no libc. The stack pointer points at argc, argv,
 * envp and the auxiliary vector; it is handed to pthin_program_start, with the address of the dynamic
 * section (0 if there is none), both found without any relocation.
 */
#include "arch/asm.h"

    .globl  _start
    .type   _start, %function
_start:
    .cfi_startproc
    .cfi_undefined eip          /* outermost frame: nothing called us */
    xor     %ebp, %ebp          /* end of the chain of frame pointers */
    mov     %esp, %eax          /* first argument: the initial stack */
    and     $-16, %esp          /* the ABI's alignment */
    sub     $8, %esp            /* two more words will make it whole again */
    call    1f                  /* where are we? */
1:  pop     %edx                /* here */
    .weak   _DYNAMIC
    .hidden _DYNAMIC
    lea     _DYNAMIC-1b(%edx), %edx /* the dynamic section, as linked or as loaded */
    push    %edx                /* second argument */
    push    %eax                /* first argument */
    call    pthin_program_start /* does not return */
    hlt                         /* not reached */
    .cfi_endproc
    .size   _start, . - _start
