/* SPDX-License-Identifier: MIT */
/* x86: what compilers call by names of this architecture, where there is no libc to have it. */

#include "arch/asm.h"

/* Position-independent code calls this name for __stack_chk_fail, so as to need no GOT. */
    .globl  __stack_chk_fail_local
    .type   __stack_chk_fail_local, %function
__stack_chk_fail_local:
    .cfi_startproc
    jmp     __stack_chk_fail    /* does not return */
    .cfi_endproc
    .size   __stack_chk_fail_local, . - __stack_chk_fail_local

/* __tls_get_addr as GNU compilers call it: the argument is in eax. */
    .globl  ___tls_get_addr
    .type   ___tls_get_addr, %function
___tls_get_addr:
    .cfi_startproc
    sub     $8, %esp            /* the ABI's alignment, with the two words below */
    .cfi_adjust_cfa_offset 8
    push    %eax                /* the argument, where C expects it */
    .cfi_adjust_cfa_offset 4
    call    __tls_get_addr      /* the address is in eax */
    add     $12, %esp
    .cfi_adjust_cfa_offset -12
    ret
    .cfi_endproc
    .size   ___tls_get_addr, . - ___tls_get_addr
