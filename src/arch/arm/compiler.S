/* SPDX-License-Identifier: MIT */
/* arm: what compilers call by names of this architecture (its run-time ABI), where there is no libc
   to have it. Weak: a program may bring its own. */

#include "arch/asm.h"

.macro public name
    .balign 4
    .weak   \name
    .type   \name, %function
\name:
.endm

/* The thread pointer, by code for any processor. May change no register but r0. */
    public  __aeabi_read_tp
    mrc     p15, 0, r0, c13, c0, 3 /* TPIDRURO */
    bx      lr
    .size   __aeabi_read_tp, . - __aeabi_read_tp

/* memcpy, for any alignment or for one that the caller knows. */
    public  __aeabi_memcpy
    public  __aeabi_memcpy4
    public  __aeabi_memcpy8
    b       memcpy              /* the same arguments */
    .size   __aeabi_memcpy, . - __aeabi_memcpy

    public  __aeabi_memmove
    public  __aeabi_memmove4
    public  __aeabi_memmove8
    b       memmove             /* the same arguments */
    .size   __aeabi_memmove, . - __aeabi_memmove

/* (to, size) */
    public  __aeabi_memclr
    public  __aeabi_memclr4
    public  __aeabi_memclr8
    mov     r2, r1              /* the size */
    mov     r1, #0              /* the value */
    b       memset
    .size   __aeabi_memclr, . - __aeabi_memclr

/* (to, size, value) */
    public  __aeabi_memset
    public  __aeabi_memset4
    public  __aeabi_memset8
    mov     r3, r1              /* the size */
    mov     r1, r2              /* the value comes first */
    mov     r2, r3
    b       memset
    .size   __aeabi_memset, . - __aeabi_memset

/* What unwind tables name as their interpreters: nobody unwinds, unless the program links an
   unwinder, which has its own. */
    public  __aeabi_unwind_cpp_pr0
    public  __aeabi_unwind_cpp_pr1
    public  __aeabi_unwind_cpp_pr2
    mov     r0, #9              /* _URC_FAILURE */
    bx      lr
    .size   __aeabi_unwind_cpp_pr0, . - __aeabi_unwind_cpp_pr0
