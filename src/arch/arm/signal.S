/* SPDX-License-Identifier: MIT */
/* arm: the cancellable system call and the signal restorers. */

#include "arch/asm.h"

/*
 * long arch_cancellable_syscall(const void *requested, long nr, long a, long b, long c,
 *                               long d, long e, long f)
 *                               r0                     r1       r2      r3      [sp]
 *                               [sp, #4] [sp, #8] [sp, #12]
 */
function arch_cancellable_syscall
    .fnstart
    push    {r4, r5, r6, r7}    /* the caller's registers; arguments are at 16 and up now */
    .save   {r4, r5, r6, r7}
    .cfi_adjust_cfa_offset 16
    .cfi_rel_offset r4, 0
    .cfi_rel_offset r5, 4
    .cfi_rel_offset r6, 8
    .cfi_rel_offset r7, 12
    mov     r12, r0             /* requested: r12 is free until the call */
    mov     r7, r1              /* nr */
    mov     r0, r2              /* a */
    mov     r1, r3              /* b */
    ldr     r2, [sp, #16]       /* c */
    ldr     r3, [sp, #20]       /* d */
    ldr     r4, [sp, #24]       /* e */
    ldr     r5, [sp, #28]       /* f */
label arch_cancel_begin         /* from here a handler may send us to arch_cancel_abort */
    ldr     r6, [r12]           /* was cancellation */
    cmp     r6, #0              /* requested before? */
    bne     arch_cancel_abort
    svc     #0                  /* restarted calls come back to this instruction */
label arch_cancel_end           /* the call had its effect: too late to cancel it */
    .cfi_remember_state
    pop     {r4, r5, r6, r7}    /* the caller's registers */
    .cfi_adjust_cfa_offset -16
    .cfi_restore r4
    .cfi_restore r5
    .cfi_restore r6
    .cfi_restore r7
    bx      lr
    .cfi_restore_state
label arch_cancel_abort
    mov     r0, #-125           /* -ECANCELED */
    b       arch_cancel_end     /* as after a call */
    .fnend
end_function arch_cancellable_syscall

/*
 * The return addresses of signal handlers: the kernel finds its frame at the stack pointer. Unwinders
 * and debuggers know a signal's frame by these very instructions.
 */
    .type   arch_sigreturn, %function
    nop                         /* and look before a return address */
label arch_sigreturn
    mov     r7, #173            /* SYS_rt_sigreturn */
    svc     #0                  /* does not return */
    .size   arch_sigreturn, . - arch_sigreturn

    .type   arch_sigreturn_old, %function
    nop                         /* as above */
label arch_sigreturn_old
    mov     r7, #119            /* SYS_sigreturn */
    svc     #0                  /* does not return */
    .size   arch_sigreturn_old, . - arch_sigreturn_old
