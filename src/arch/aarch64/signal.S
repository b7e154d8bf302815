/* SPDX-License-Identifier: MIT */
/* aarch64: the cancellable system call and the signal restorer. */

#include "arch/asm.h"

/*
 * long arch_cancellable_syscall(const void *requested, long nr, long a, long b, long c,
 *                               long d, long e, long f)
 *                               x0                     x1       x2      x3      x4
 *                               x5      x6      x7
 */
function arch_cancellable_syscall
    mov     x9, x0              /* requested: x9 is free until the call */
    mov     x8, x1              /* nr */
    mov     x0, x2              /* a */
    mov     x1, x3              /* b */
    mov     x2, x4              /* c */
    mov     x3, x5              /* d */
    mov     x4, x6              /* e */
    mov     x5, x7              /* f */
label arch_cancel_begin         /* from here a handler may send us to arch_cancel_abort */
    ldr     w9, [x9]            /* was cancellation */
    cbnz    w9, arch_cancel_abort /* requested before? */
    svc     #0                  /* restarted calls come back to this instruction */
label arch_cancel_end           /* the call had its effect: too late to cancel it */
    ret
label arch_cancel_abort
    mov     x0, #-125           /* -ECANCELED */
    ret
end_function arch_cancellable_syscall

/* The return address of a signal handler: the kernel finds its frame at the stack pointer.
   Unwinders know these two instructions. */
    .type   arch_sigreturn, %function
    nop                         /* and look before a return address */
label arch_sigreturn
    mov     x8, #139            /* SYS_rt_sigreturn */
    svc     #0                  /* does not return */
    .size   arch_sigreturn, . - arch_sigreturn
